// Writes a made corpus as JSONL: write_corpus ARTICLES SCRIPT SEED ARTICLES.jsonl GOLD.jsonl
//
// SCRIPT is chinese, annotated (Traditional with readings left in it) or english; a record has 4 to
// 5 KB. Gold has the story of each article, in the form bench/corpus/make_corpus.py writes. The
// same arguments give the same bytes.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

#include "bench/made_text.h"
#include "wirecopy/report/json_line.h"

namespace wirecopy::bench {
namespace {

std::optional<Script> ScriptOf(std::string_view name) {
  if (name == "chinese") return Script::kChinese;
  if (name == "annotated") return Script::kAnnotatedChinese;
  if (name == "english") return Script::kEnglish;
  return std::nullopt;
}

// Such that a record has 4 to 5 KB.
size_t SizeOf(Script script) {
  switch (script) {
    case Script::kChinese:
      return 1400;
    case Script::kAnnotatedChinese:
      return 1100;
    case Script::kEnglish:
      return 650;
  }
  return 0;
}

std::string Record(const MadeArticle& article) {
  JsonLine json;
  json.StartObject();
  json.Text("id", article.id);
  json.Text("outlet", article.outlet);
  json.Text("title", article.title);
  json.Text("text", article.text);
  json.Text("published", article.published);
  json.EndObject();
  std::string line;
  json.AppendTo(&line);
  return line;
}

std::string GoldRecord(const MadeArticle& article) {
  JsonLine json;
  json.StartObject();
  json.Text("id", article.id);
  json.Text("story", "s" + std::to_string(article.story));
  json.EndObject();
  std::string line;
  json.AppendTo(&line);
  return line;
}

int Run(const char* const* arguments) {
  const std::optional<Script> script = ScriptOf(arguments[2]);
  if (!script) {
    std::fprintf(stderr, "write_corpus: no script \"%s\"\n", arguments[2]);
    return 2;
  }
  std::ofstream articles(arguments[4], std::ios::binary);
  std::ofstream gold(arguments[5], std::ios::binary);
  const MadeCorpusOptions options = {.articles = std::strtoull(arguments[1], nullptr, 10),
                                     .text_size = SizeOf(*script),
                                     .script = *script,
                                     .seed = std::strtoull(arguments[3], nullptr, 10)};
  ForEachMadeArticle(options, [&](const MadeArticle& article) {
    articles << Record(article);
    gold << GoldRecord(article);
  });
  if (articles.flush() && gold.flush()) return 0;
  std::fprintf(stderr, "write_corpus: cannot write %s and %s\n", arguments[4], arguments[5]);
  return 1;
}

}  // namespace
}  // namespace wirecopy::bench

int main(int argc, char** argv) {
  if (argc == 6) return wirecopy::bench::Run(argv);
  std::fprintf(stderr, "usage: write_corpus ARTICLES SCRIPT SEED ARTICLES.jsonl GOLD.jsonl\n");
  return 2;
}
