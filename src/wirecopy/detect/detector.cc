#include "wirecopy/detect/detector.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "wirecopy/base/parallel.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/base/string_bridge.h"
#include "wirecopy/detect/detector_state.h"
#include "wirecopy/detect/held_memory.h"
#include "wirecopy/detect/texts.h"
#include "wirecopy/model/shingle.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

constexpr size_t kMaxAsked = 64;  // texts one question is compared with
constexpr size_t kCleanedAtOnce =
    1024;  // articles of AddAll whose clean texts are held beside each other

template <typename T>
absl::Status CheckRange(const char* name, T value, T low, T high) {
  if (value >= low && value <= high) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat("DetectorOptions.", name, " is ", value,
                                                 "; it must be in [", low, ", ", high, "]"));
}

absl::Status Validate(const DetectorOptions& o) {
  WIRECOPY_RETURN_IF_ERROR(CheckRange("min_probability", o.min_probability, 0.0, 1.0));
  WIRECOPY_RETURN_IF_ERROR(CheckRange("threads", o.threads, 0u, 256u));
  WIRECOPY_RETURN_IF_ERROR(
      CheckRange("max_text_bytes", o.max_text_bytes, uint64_t{1} << 10, uint64_t{1} << 30));
  WIRECOPY_RETURN_IF_ERROR(CheckRange("min_body_tokens", o.min_body_tokens, 0u, 1000u));
  WIRECOPY_RETURN_IF_ERROR(
      CheckRange("max_sampled_articles", o.max_sampled_articles, 100u, 1000000u));
  WIRECOPY_RETURN_IF_ERROR(
      CheckRange("max_informative_stories", o.max_informative_stories, 1u, 1000u));
  return CheckRange("max_cross_pairs", o.max_cross_pairs, 1u, 256u);
}

}  // namespace

DetectorOptions OptionsFor(Preset preset) {
  DetectorOptions options;
  if (preset == Preset::kStrict) options.min_probability = 0.8;
  if (preset == Preset::kRecall) options.min_probability = 0.3;
  return options;
}

double JoinProbability(double min_probability) { return 0.3 + 0.7 * min_probability; }

absl::StatusOr<Detector> Detector::Create(const DetectorOptions& options) {
  WIRECOPY_RETURN_IF_ERROR(Validate(options));
  WIRECOPY_ASSIGN_OR_RETURN(Sketcher sketcher, Sketcher::Create(options.sketch));
  auto state = std::make_unique<State>(options, std::move(sketcher));
  if (state->options.threads == 0) state->options.threads = AvailableThreads();
  return Detector(std::move(state));
}

Detector::Detector(std::unique_ptr<State> state) : state_(std::move(state)) {}
Detector::Detector(Detector&&) noexcept = default;
Detector& Detector::operator=(Detector&&) noexcept = default;
Detector::~Detector() = default;

size_t Detector::size() const { return state_->table.size(); }
const Background& Detector::background() const { return state_->background; }
void Detector::MarkLastAsReference() { state_->table.mutable_records().back().reference = true; }
void Detector::MarkAsReference(uint32_t article) {
  state_->table.mutable_records()[article].reference = true;
}
void Detector::Rename(uint32_t article, std::string id) {
  state_->table.mutable_records()[article].id = std::move(id);
}
const ArticleRecord& Detector::article(uint32_t article) const {
  return state_->table.records()[article];
}

uint64_t Detector::held_bytes() const { return state_->held_bytes(); }

absl::Status Detector::Add(const ArticleView& article) { return AddAll({&article, 1}); }

absl::Status Detector::AddAll(std::span<const ArticleView> articles) {
  if (state_->closed)
    return absl::FailedPreconditionError("articles cannot be added after Run or Learn");
  size_t fitting = 0;
  while (fitting < articles.size() &&
         articles[fitting].text.size() <= state_->options.max_text_bytes)
    ++fitting;
  for (size_t begin = 0; begin < fitting; begin += kCleanedAtOnce) {
    const size_t count = std::min(kCleanedAtOnce, fitting - begin);
    WIRECOPY_RETURN_IF_ERROR(state_->AddFitting(articles.subspan(begin, count)));
  }
  if (fitting == articles.size()) return absl::OkStatus();
  return absl::ResourceExhaustedError(absl::StrFormat(
      "article %s: its text has %d bytes; max_text_bytes is %d", articles[fitting].id,
      articles[fitting].text.size(), state_->options.max_text_bytes));
}

absl::Status Detector::State::AddFitting(std::span<const ArticleView> articles) {
  struct Kept {
    PageFacts facts;
    std::optional<KeptText> text;
    uint64_t tokens = 0;
  };
  std::vector<Kept> kept(articles.size());
  ParallelFor(articles.size(), options.threads, 16, [&](size_t begin, size_t end, unsigned) {
    for (size_t i = begin; i < end; ++i) {
      CleanText clean = Clean(articles[i].text);
      kept[i] = {std::move(clean.facts), KeptText(clean), clean.tokens.size()};
    }
  });
  for (size_t i = 0; i < articles.size(); ++i) {
    const auto& [facts, text, tokens] = kept[i];
    const uint64_t text_bytes =
        options.store == nullptr ? MemoryBlobStore::HeldBytesOf(text->encoded.size()) : 0;
    WIRECOPY_RETURN_IF_ERROR(Allows(text_bytes + ExpectedRecordBytes(articles[i], facts),
                                    absl::StrCat("add article ", ToAbsl(articles[i].id))));
    WIRECOPY_RETURN_IF_ERROR(table.Add(articles[i], facts, *text));
    counts.tokens += tokens;
    counts.furniture_tokens += tokens - text->body_tokens;
  }
  return absl::OkStatus();
}

absl::StatusOr<Result> Detector::Run(const RunControl& control) {
  if (state_->closed) return absl::FailedPreconditionError("Run or Learn was called before");
  state_->closed = state_->ran = true;
  PhaseProgress progress(control);
  state_->table.Close(state_->options.min_body_tokens);
  WIRECOPY_RETURN_IF_ERROR(state_->table.PartBoilerplate());
  if (state_->options.verify == Verify::kAlign) WIRECOPY_RETURN_IF_ERROR(state_->Learn(progress));
  WIRECOPY_RETURN_IF_ERROR(state_->MakeSketches(progress));
  WIRECOPY_RETURN_IF_ERROR(state_->Nominate(progress));
  WIRECOPY_RETURN_IF_ERROR(state_->Judge(progress));
  WIRECOPY_RETURN_IF_ERROR(state_->Group(progress));
  return state_->MakeResult();
}

absl::Status Detector::Learn(const RunControl& control) {
  if (state_->closed) return absl::FailedPreconditionError("Learn was called after Run or Learn");
  state_->closed = true;
  PhaseProgress progress(control);
  state_->table.Close(state_->options.min_body_tokens);
  WIRECOPY_RETURN_IF_ERROR(state_->table.PartBoilerplate());
  return state_->Learn(progress);
}

absl::StatusOr<Verdict> Detector::Judge(uint32_t a, uint32_t b) const {
  if (!state_->ran) return absl::FailedPreconditionError("Judge was called before Run");
  if (a >= size() || b >= size()) {
    return absl::InvalidArgumentError(
        absl::StrCat("article ", std::max(a, b), " of ", size(), " does not exist"));
  }
  WIRECOPY_RETURN_IF_ERROR(
      state_->Allows(ExpectedPairBytes(uint64_t{article(a).body_tokens} + article(b).body_tokens),
                     "compare two articles"));
  PairJudge judge(state_->table, state_->background, state_->compare_options(true));
  return judge.JudgeArticles(a, b);
}

absl::Status Detector::State::IndexForAsk() {
  const KeyColumns& columns = sketches.columns();
  WIRECOPY_RETURN_IF_ERROR(
      Allows(AskIndex::HeldBytesFor(columns), "index the articles for questions"));
  WIRECOPY_ASSIGN_OR_RETURN(ask_index, AskIndex::Create(columns));
  return absl::OkStatus();
}

absl::Status Detector::State::MakeAskIndex() {
  std::call_once(ask_once, [this] { ask_failure = IndexForAsk(); });
  return ask_failure;
}

// The texts worth comparing with a body: what equals it and, where it is not too short, what shares
// keys with it.
std::vector<uint32_t> Detector::State::FindTexts(const Body& body, uint32_t rule_body_tokens,
                                                 uint64_t content_hash) const {
  const std::optional<uint32_t> copy = table.FindText(content_hash, rule_body_tokens);
  std::vector<uint32_t> texts;
  if (rule_body_tokens >= options.min_body_tokens) {
    const Sketch sketch =
        sketcher.MakeSketch(ShingleHashes(body.tokens),
                            KeepInformative(background, options.max_informative_stories), false);
    texts = ask_index->Find(sketch, kMaxAsked);
  }
  if (copy && std::ranges::find(texts, *copy) == texts.end()) texts.push_back(*copy);
  return texts;
}

absl::StatusOr<std::vector<PairVerdict>> Detector::Ask(const ArticleView& article) const {
  if (!state_->ran) return absl::FailedPreconditionError("Ask was called before Run");
  if (article.text.size() > state_->options.max_text_bytes) {
    return absl::ResourceExhaustedError(absl::StrCat("the text has ", article.text.size(),
                                                     " bytes; max_text_bytes is ",
                                                     state_->options.max_text_bytes));
  }
  WIRECOPY_RETURN_IF_ERROR(state_->MakeAskIndex());
  const ArticleTable& table = state_->table;
  const Background& known = state_->background;
  const CleanText clean = Clean(article.text);
  const Body body =
      BodyOf({clean.tokens, clean.furniture}, OutletHash(article.outlet), known, true);
  const uint64_t content_hash = ContentHash(MakeBody(clean.tokens, clean.furniture));
  Comparer comparer(state_->compare_options(true));
  const PreparedSide asked = comparer.Prepare(
      {body.tokens, article.published_at ? article.published_at : clean.facts.published,
       &clean.facts},
      known);
  std::vector<PairVerdict> answers;
  for (uint32_t text : state_->FindTexts(body, clean.BodySize(), content_hash)) {
    WIRECOPY_ASSIGN_OR_RETURN(const Body other,
                              LoadBody(table, table.ArticleOf(text), known, true));
    Verdict verdict = comparer.Compare(
        comparer.Prepare(
            {other.tokens, DateOf(table, text), &table.records()[table.ArticleOf(text)].facts},
            known),
        asked);
    if (verdict.probability < state_->options.min_probability) continue;
    PlaceInCleanTexts(other, body, verdict);
    for (uint32_t added : table.ArticlesOf(text)) {
      answers.push_back({added, static_cast<uint32_t>(size()), verdict});
      // The next copies of the text have other places.
      verdict.passages.clear();
      verdict.slots.clear();
    }
  }
  std::stable_sort(answers.begin(), answers.end(), [](const PairVerdict& x, const PairVerdict& y) {
    return x.verdict.probability > y.verdict.probability;
  });
  return answers;
}

}  // namespace wirecopy
