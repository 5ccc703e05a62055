#include "outlet_page.h"

#include <array>
#include <cstdlib>
#include <fstream>
#include <map>

#include "absl/strings/str_cat.h"

namespace wirecopy {
namespace {

constexpr std::string_view kBody = "{body}";
constexpr std::string_view kRelated = "{related}";

std::vector<std::string> SplitAt(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  for (size_t at; (at = text.find(separator)) != text.npos;
       text.remove_prefix(at + separator.size())) {
    parts.emplace_back(text.substr(0, at));
  }
  parts.emplace_back(text);
  return parts;
}

Outlet ParseHead(std::string_view line) {
  std::vector<std::string> parts = SplitAt(line.substr(2), " | ");
  parts.resize(4);
  return {parts[0], parts[1], parts[2], parts[3], {}};
}

std::string EnglishTime(const std::string& time) {
  static constexpr std::array kMonths = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
  const auto month = static_cast<size_t>(std::atoi(time.substr(5, 2).c_str()) - 1);
  const int day = std::atoi(time.substr(8, 2).c_str());
  return absl::StrCat(kMonths.at(month), " ", day, ", ", time.substr(0, 4), " ", time.substr(11));
}

using Values = std::map<std::string, std::string, std::less<>>;

Values ValuesOf(const PageFields& fields) {
  const std::string& t = fields.time;  // YYYY-MM-DD hh:mm
  return {{"title", fields.title},
          {"date", absl::StrCat(t.substr(0, 4), t.substr(5, 2), t.substr(8, 2))},
          {"dash_time", t},
          {"cn_time", absl::StrCat(t.substr(0, 4), "年", t.substr(5, 2), "月", t.substr(8, 2),
                                   "日 ", t.substr(11))},
          {"en_time", EnglishTime(t)},
          {"source", fields.source},
          {"author", fields.author},
          {"editor", fields.editor},
          {"neighbour", fields.related.empty() ? std::string() : fields.related.front()},
          {"number", std::to_string(fields.number)}};
}

// The line with its fields filled in; `*filled` tells whether one of them had something to say or
// there was none.
std::string Fill(std::string_view line, const Values& values, bool* filled) {
  std::string out;
  bool any_field = false;
  bool any_value = false;
  for (size_t open; (open = line.find('{')) != line.npos;) {
    const size_t close = line.find('}', open);
    const auto it = values.find(line.substr(open + 1, close - open - 1));
    out += line.substr(0, open);
    if (it != values.end()) out += it->second;
    any_field = true;
    any_value |= it != values.end() && !it->second.empty();
    line.remove_prefix(close + 1);
  }
  *filled = any_value || !any_field;
  return out.append(line);
}

void AppendLine(std::string_view line, const Values& values, std::string& out) {
  bool filled = false;
  const std::string text = Fill(line, values, &filled);
  if (filled) out.append(text).append("\n");
}

}  // namespace

std::vector<Outlet> ReadOutlets(const std::string& file_name) {
  std::ifstream file(file_name);
  std::vector<Outlet> outlets;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    if (line.starts_with("@ ")) {
      outlets.push_back(ParseHead(line));
    } else if (!outlets.empty()) {
      outlets.back().page.push_back(line);
    }
  }
  // The empty line before the next head belongs to the file, not to the page.
  for (Outlet& outlet : outlets) {
    while (!outlet.page.empty() && outlet.page.back().empty()) outlet.page.pop_back();
  }
  return outlets;
}

Page RenderPage(const Outlet& outlet, const PageFields& fields) {
  Values values = ValuesOf(fields);
  Page page;
  std::string* part = &page.before;
  size_t related = 0;
  for (const std::string& line : outlet.page) {
    if (line == kBody) {
      page.body = fields.body;
      part = &page.after;
      part->push_back('\n');
    } else if (line.find(kRelated) != line.npos) {
      for (; related < fields.related.size(); ++related) {
        values["related"] = fields.related[related];
        AppendLine(line, values, *part);
      }
    } else {
      AppendLine(line, values, *part);
    }
  }
  if (!page.after.empty()) page.after.pop_back();
  return page;
}

std::string RenderUrl(const Outlet& outlet, const PageFields& fields) {
  bool filled = false;
  return absl::StrCat("http://", outlet.host, Fill(outlet.path, ValuesOf(fields), &filled));
}

}  // namespace wirecopy
