// Text from elsewhere inside Markdown: it stays text, whatever renders it.
//
//   out += "## 1. " + MarkdownText(article.title) + "\n";
//   out += MarkdownCode(article.id);
//
// Markup and HTML are escaped; addresses, @names and #numbers are kept from becoming links and
// mentions by a word joiner (U+2060), which shows nothing. The text is made harmless first
// (display_text.h): one line, no controls. Beginnings of lines are the caller's: what is given here
// must not stand at one. Threads: pure functions.
#ifndef WIRECOPY_REPORT_MARKDOWN_TEXT_H_
#define WIRECOPY_REPORT_MARKDOWN_TEXT_H_

#include <string>
#include <string_view>

namespace wirecopy {

// Inline text; fit for a cell of a table, too.
std::string MarkdownText(std::string_view text);

// As code, for copying; as MarkdownText where code cannot show it safely everywhere (a backtick, a
// bar, a backslash, angle brackets).
std::string MarkdownCode(std::string_view text);

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_MARKDOWN_TEXT_H_
