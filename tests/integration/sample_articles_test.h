// The sample as the detector takes it: data/sample read by the project's own reader, and its
// answers.
#ifndef TESTS_INTEGRATION_SAMPLE_ARTICLES_TEST_H_
#define TESTS_INTEGRATION_SAMPLE_ARTICLES_TEST_H_

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "sample.h"
#include "wirecopy/corpus/article_reader.h"

namespace wirecopy {

inline std::vector<Article> ReadSampleArticles() {
  ReaderOptions options;
  options.inputs = {WIRECOPY_SAMPLE_DIR "/articles.jsonl"};
  options.on_problem = [](const RecordProblem& problem, std::string_view) {
    ADD_FAILURE() << FormatProblem(problem);
  };
  std::vector<Article> articles;
  auto reader = ArticleReader::Create(std::move(options));
  if (!reader.ok()) {
    ADD_FAILURE() << reader.status();
    return articles;
  }
  std::vector<ReadArticle> batch;
  for (auto more = (*reader)->Next(&batch); more.ok() && *more; more = (*reader)->Next(&batch)) {
    for (ReadArticle& read : batch) articles.push_back(std::move(read.article));
  }
  return articles;
}

// The answers by id, from the tool that writes them.
inline std::map<std::string, SampleArticle> SampleAnswers() {
  std::map<std::string, SampleArticle> answers;
  auto sample = BuildSample(WIRECOPY_SUPPORT_DIR "/sample");
  if (!sample.ok()) {
    ADD_FAILURE() << sample.status();
    return answers;
  }
  for (SampleArticle& article : *sample) answers[article.id] = std::move(article);
  return answers;
}

}  // namespace wirecopy

#endif  // TESTS_INTEGRATION_SAMPLE_ARTICLES_TEST_H_
