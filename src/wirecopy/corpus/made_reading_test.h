// For tests of ArticleReader: everything that reading a folder's files gives.
#ifndef WIRECOPY_CORPUS_MADE_READING_TEST_H_
#define WIRECOPY_CORPUS_MADE_READING_TEST_H_

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wirecopy/corpus/article_reader.h"
#include "wirecopy/corpus/test_folder.h"

namespace wirecopy {

// Everything a reading gave.
struct Reading {
  std::vector<ReadArticle> articles;
  std::vector<std::string> problems;  // "reason file:line: message", the folder's path left out
  std::vector<std::string> raw;
  ReadingCounts counts;
  absl::Status status;
};

inline std::string Without(std::string text, const std::string& part) {
  for (size_t at; (at = text.find(part)) != std::string::npos;) text.erase(at, part.size());
  return text;
}

inline Reading Read(const TestFolder& folder, ReaderOptions options) {
  Reading reading;
  options.on_problem = [&](const RecordProblem& problem, std::string_view raw) {
    reading.problems.push_back((problem.skipped ? "" : "warning ") + problem.reason + " " +
                               Without(FormatProblem(problem), folder.path() + "/"));
    reading.raw.emplace_back(raw);
  };
  auto reader = ArticleReader::Create(std::move(options));
  EXPECT_TRUE(reader.ok()) << reader.status();
  std::vector<ReadArticle> batch;
  for (;;) {
    const auto more = (*reader)->Next(&batch);
    reading.counts = (*reader)->counts();
    if (!more.ok()) {
      reading.status = more.status();
      return reading;
    }
    if (!*more) return reading;
    for (ReadArticle& read : batch) reading.articles.push_back(std::move(read));
  }
}

inline Reading ReadFile(const TestFolder& folder, const std::string& path) {
  ReaderOptions options;
  options.inputs = {path};
  options.keep_lines = true;
  return Read(folder, options);
}

using Strings = std::vector<std::string>;

inline Strings IdsOf(const Reading& reading) {
  Strings ids;
  for (const ReadArticle& read : reading.articles) ids.push_back(read.article.id);
  return ids;
}

inline const char kTwoLines[] =
    "{\"id\":\"a\",\"text\":\"The ferry left late.\",\"url\":\"http://www.harbour.example/1\"}\n"
    "{\"id\":\"b\",\"text\":\"会议在周三召开。\",\"outlet\":\"晚报\"}\n";

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_MADE_READING_TEST_H_
