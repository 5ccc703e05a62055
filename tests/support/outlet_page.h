// Pages as outlets make them: the same article between the menus, bylines, buttons, links and
// notices of each.
//
//   auto outlets = ReadOutlets(WIRECOPY_SUPPORT_DIR "/sample/outlets.txt");
//   Page page = RenderPage(outlets[0], {.title = ..., .body = ...});
#ifndef TESTS_SUPPORT_OUTLET_PAGE_H_
#define TESTS_SUPPORT_OUTLET_PAGE_H_

#include <string>
#include <string_view>
#include <vector>

namespace wirecopy {

struct Outlet {
  std::string key;
  std::string name;
  std::string host;
  std::string path;               // of an article's URL, with {date} and {number}
  std::vector<std::string> page;  // lines with fields in braces
};

// The outlets of a file; the format stands at its head. Empty where the file cannot be read.
std::vector<Outlet> ReadOutlets(const std::string& file_name);

// What an outlet's page is filled with; an empty one leaves out the line that holds nothing else.
struct PageFields {
  std::string title;
  std::string body;
  std::string time;  // "2026-06-08 22:40"
  std::string source;
  std::string author;
  std::string editor;
  std::vector<std::string> related;
  int number = 0;  // of the article at its outlet
};

// The page cut at its body.
struct Page {
  std::string before;
  std::string body;
  std::string after;
};

Page RenderPage(const Outlet& outlet, const PageFields& fields);
std::string RenderUrl(const Outlet& outlet, const PageFields& fields);

}  // namespace wirecopy

#endif  // TESTS_SUPPORT_OUTLET_PAGE_H_
