// Any bytes as a file: reading it keeps its promises (corpus/article_reader.h): nothing is lost in
// silence, what is kept is valid, what is refused can be written down.
#include <simdjson.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fuzz_check.h"
#include "wirecopy/corpus/article_reader.h"
#include "wirecopy/corpus/id_registry.h"
#include "wirecopy/corpus/json_text.h"
#include "wirecopy/corpus/rejects.h"

namespace {

constexpr size_t kMaxTextBytes = 1024;  // so small that a fuzzer meets it

bool IsUtf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

// A file that exists only as a descriptor.
class MemoryFile {
 public:
  MemoryFile(const uint8_t* data, size_t size) : fd_(memfd_create("records", 0)) {
    FUZZ_CHECK(fd_ >= 0 && write(fd_, data, size) == static_cast<ssize_t>(size));
  }
  ~MemoryFile() { close(fd_); }
  std::string path() const { return "/proc/self/fd/" + std::to_string(fd_); }

 private:
  int fd_;
};

void CheckKept(const wirecopy::ReadArticle& read) {
  const wirecopy::Article& article = read.article;
  FUZZ_CHECK(!article.id.empty() && article.text.size() <= kMaxTextBytes);
  for (const std::string* field :
       {&article.id, &article.url, &article.outlet, &article.title, &article.text}) {
    FUZZ_CHECK(IsUtf8(*field));
  }
  if (const auto& time = article.published_at) FUZZ_CHECK(time->earliest_s <= time->latest_s);

  const auto annotated = wirecopy::AnnotateLine(read.line, R"({"kept":true})");
  FUZZ_CHECK(annotated.ok());
  auto records = wirecopy::RecordReader::Create({});
  FUZZ_CHECK(records.ok());
  const wirecopy::RecordOutcome again = records->Read(*annotated);
  FUZZ_CHECK(!again.skipped && again.article.text == article.text &&
             again.article.title == article.title);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const MemoryFile file(data, size);
  uint64_t skipped = 0;
  wirecopy::ReaderOptions options;
  options.inputs = {file.path()};
  options.record.max_text_bytes = kMaxTextBytes;
  options.source = {.max_expansion = 100, .free_expansion_bytes = 1 << 20};
  options.keep_lines = true;
  options.batch_records = 3;
  options.on_problem = [&](const wirecopy::RecordProblem& problem, std::string_view raw) {
    skipped += problem.skipped && problem.line > 0;
    FUZZ_CHECK(!problem.reason.empty() && !problem.message.empty());
    std::string line = wirecopy::RejectLine(problem, raw);
    FUZZ_CHECK(IsUtf8(line) && line.find('\n') == line.size() - 1);
    line.pop_back();
    FUZZ_CHECK(wirecopy::AnnotateLine(line, "{}").ok());
  };
  auto reader = wirecopy::ArticleReader::Create(std::move(options));
  FUZZ_CHECK(reader.ok());
  wirecopy::IdRegistry ids;
  std::vector<wirecopy::ReadArticle> batch;
  std::vector<std::string> names;
  for (;;) {
    const auto more = (*reader)->Next(&batch);
    FUZZ_CHECK(more.ok());
    if (!*more) break;
    for (const wirecopy::ReadArticle& read : batch) {
      CheckKept(read);
      ids.Add(read.article.View());
      names.push_back(read.article.id);
    }
  }
  const wirecopy::ReadingCounts& counts = (*reader)->counts();
  FUZZ_CHECK(counts.records == counts.kept + counts.skipped && counts.kept == names.size());
  FUZZ_CHECK(counts.skipped == skipped);
  for (const wirecopy::RenamedId& renamed :
       ids.Resolve([&](uint32_t index) { return std::string_view(names[index]); })) {
    FUZZ_CHECK(renamed.index < names.size() && renamed.id != renamed.old_id);
  }
  return 0;
}
