// Finds the stories in a set of articles: the whole engine behind one class.
//
//   auto detector = Detector::Create({});
//   for (const Article& article : articles) RETURN_IF_ERROR(detector->Add(article.View()));
//   StatusOr<Result> result = detector->Run();
//   for (const Story& story : result->stories) ...
//
// Threads: one caller at a time, but for Ask and Judge, which are const and safe from many threads
// after Run. The detector uses options.threads threads of its own; their number never changes a
// result. Lifetime: strings passed to Add are copied or cleaned before Add returns; nothing of the
// caller's is kept, but for options.store and options.background. Determinism: with unique ids the
// order of adding changes nothing but the indices in the result.
#ifndef WIRECOPY_DETECT_DETECTOR_H_
#define WIRECOPY_DETECT_DETECTOR_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "wirecopy/base/export.h"
#include "wirecopy/detect/run_control.h"
#include "wirecopy/model/article.h"
#include "wirecopy/model/background.h"
#include "wirecopy/model/blob_store.h"
#include "wirecopy/model/result.h"
#include "wirecopy/sketch/sketch.h"

namespace wirecopy {

// How a candidate pair is decided.
enum class Verify : uint8_t {
  kSketch,  // from estimates, in one pass that learns nothing: for raw throughput
  kAlign,   // from an alignment of the two texts (default)
};

// Moves the decision as one knob.
enum class Preset : uint8_t { kStrict, kBalanced, kRecall };

struct DetectorOptions {
  Verify verify = Verify::kAlign;
  double min_probability = 0.5;        // a pair counts as one story from here; [0, 1]
  unsigned threads = 1;                // 0: all available; [0, 256]
  uint64_t max_memory_bytes = 0;       // of what the detector holds (held_bytes); 0: no cap
  uint64_t max_text_bytes = 16 << 20;  // longer texts are refused; [1 KiB, 1 GiB]
  uint32_t min_body_tokens =
      12;  // below: too_short, grouped only if equal and at least half as long; [0, 1000]
  uint32_t max_sampled_articles = 20000;  // that the background is learnt from; [100, 1,000,000]
  uint32_t max_informative_stories = 20;  // a shingle of more stories nominates nobody; [1, 1000]
  uint32_t max_cross_pairs = 16;          // evaluated between two groups before they join; [1, 256]
  bool list_pairs = true;                 // fill Result::pairs
  bool keep_rejected_pairs = false;       // list pairs below min_probability there too
  uint32_t pairs_in_doubt = 0;  // on each side of JoinProbability, for Result::pairs_in_doubt
  SketchOptions sketch = {};
  BlobStore* store = nullptr;  // null: in memory. Not owned; must outlive the detector
  // What was learnt before; null: DefaultBackground(), an empty one: nothing. Verify::kAlign learns
  // from the articles too and judges by both together, Verify::kSketch by this alone. Not owned;
  // must outlive the detector.
  const Background* background = nullptr;
};

// The options of a preset: only min_probability differs (strict .8, balanced .5, recall .3).
WIRECOPY_EXPORT DetectorOptions OptionsFor(Preset preset);

// The probability from which a pair starts a join of two groups. It is more than min_probability,
// because the pair speaks for two groups.
WIRECOPY_EXPORT double JoinProbability(double min_probability);

class WIRECOPY_EXPORT Detector {
 public:
  // InvalidArgument names the option, its value and what is allowed.
  static absl::StatusOr<Detector> Create(const DetectorOptions& options);
  Detector(Detector&&) noexcept;
  Detector& operator=(Detector&&) noexcept;
  ~Detector();

  // Cleans the text and keeps what is needed of it. ResourceExhausted: text longer than
  // max_text_bytes, or no room under max_memory_bytes; the article is not added.
  // FailedPrecondition: after Run.
  absl::Status Add(const ArticleView& article);
  // The same for many, cleaned in parallel; stops at the first failure, those before it are added.
  absl::Status AddAll(std::span<const ArticleView> articles);
  // Marks the article added last as a reference (see ArticleRecord::reference). REQUIRES: one was
  // added.
  void MarkLastAsReference();
  // The same for any article added, by its index in the order of adding. REQUIRES: before Run.
  void MarkAsReference(uint32_t article);
  // Gives an article another id, for callers that learn only at the end that ids occur twice.
  // REQUIRES: before Run.
  void Rename(uint32_t article, std::string id);
  // What is kept of an article added.
  const ArticleRecord& article(uint32_t article) const;
  size_t size() const;
  // What the detector holds in memory, in bytes: records, texts (but for those in options.store),
  // sketches, pairs, verdicts, what was learnt. Not in it: the allocator's own share, the spare
  // room of growing lists, and what a stage needs only while it runs.
  uint64_t held_bytes() const;

  // Finds the stories. Once. Cancelled where control.cancelled was set. ResourceExhausted where a
  // stage, by an estimate made before it begins, would need more than max_memory_bytes beside what
  // is held.
  absl::StatusOr<Result> Run(const RunControl& control = {});

  // Instead of Run: only learns from the articles, whatever options.verify. Once. background() then
  // holds what was learnt. Failures as of Run.
  absl::Status Learn(const RunControl& control = {});

  // After Run. The verdict on two added articles (indices in the order of adding), with evidence:
  // reasons, and passages and slots in the tokens of their clean texts (Clean(text, {.places =
  // true}) leads on to the original). The gap told is between the two; the probability, as in Run,
  // is from the earliest dates of their exact copies.
  absl::StatusOr<Verdict> Judge(uint32_t a, uint32_t b) const;
  // After Run. The added articles that an article not among them is one report with, judged pair by
  // pair, most probable first; PairVerdict::a is the index of the added article, b is size().
  // Compared are at most 64 distinct texts, those that share most with it; a text that is too short
  // is compared with its equal only. Evidence as from Judge; of exact copies only the first carries
  // passages and slots. ResourceExhausted: the text, or at the first question the index, does not
  // fit.
  absl::StatusOr<std::vector<PairVerdict>> Ask(const ArticleView& article) const;
  // After Run: the background in force. After Verify::kAlign its own part is what the articles
  // taught, and it rests on the prior; the prior must outlive its copies.
  const Background& background() const;

 private:
  struct State;
  explicit Detector(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_DETECTOR_H_
