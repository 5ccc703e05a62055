#include "wirecopy/detect/texts.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "wirecopy/background/outlet_furniture.h"
#include "wirecopy/background/story_frequencies.h"
#include "wirecopy/base/first_failure.h"
#include "wirecopy/base/parallel.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/detect/preliminary_stories.h"
#include "wirecopy/model/shingle.h"

namespace wirecopy {
namespace {

constexpr size_t kTextsABlock = 64;

// Runs `work(text)` for texts [first, end) and returns the failure of the first text that failed.
absl::Status ForEachText(uint32_t first, uint32_t end, unsigned threads, PhaseProgress& progress,
                         const std::function<absl::Status(uint32_t)>& work) {
  FirstFailure failure;
  ParallelFor(end - first, threads, kTextsABlock,
              [&](size_t block_begin, size_t block_end, unsigned worker) {
                if (progress.cancelled() || failure.IsBefore(block_begin)) return;
                for (size_t i = block_begin; i < block_end; ++i) {
                  const absl::Status status = work(first + static_cast<uint32_t>(i));
                  if (status.ok()) continue;
                  failure.Note(i, status);
                  return;
                }
                progress.Advance(block_end - block_begin, worker);
              });
  WIRECOPY_RETURN_IF_ERROR(progress.status());
  return failure.status();
}

// The union of those sets; in `all` where it is not one of them.
std::span<const uint64_t> Merged(const std::vector<std::vector<uint64_t>>& sets,
                                 std::span<const uint32_t> which, std::vector<uint64_t>& all) {
  if (which.size() == 1) return sets[which[0]];
  all.clear();
  for (uint32_t i : which) all.insert(all.end(), sets[i].begin(), sets[i].end());
  SortHashes(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::vector<std::vector<uint32_t>> MembersOf(const std::vector<uint32_t>& group) {
  std::vector<std::vector<uint32_t>> by_root(group.size());
  for (uint32_t i = 0; i < group.size(); ++i) by_root[group[i]].push_back(i);
  std::erase_if(by_root, [](const auto& members) { return members.empty(); });
  return by_root;
}

// Takes from the shingles of a page what its outlet repeats.
void DropFurniture(uint64_t outlet, const Background& background, std::vector<uint64_t>& shingles) {
  if (outlet == 0) return;
  const std::vector<uint8_t> is_furniture = background.AreOutletFurniture(outlet, shingles);
  size_t kept = 0;
  for (size_t i = 0; i < shingles.size(); ++i) {
    shingles[kept] = shingles[i];
    kept += is_furniture[i] == 0;
  }
  shingles.resize(kept);
}

TokenRange ToCleanTokens(TokenRange range, const Body& body) {
  if (range.begin < range.end) return {body.places[range.begin], body.places[range.end - 1] + 1};
  if (body.places.empty()) return {0, 0};
  const uint32_t at =
      range.begin < body.places.size() ? body.places[range.begin] : body.places.back() + 1;
  return {at, at};
}

std::vector<TokenRange> WithLearnt(const SpooledText& text, std::span<const TokenRange> learnt) {
  return learnt.empty() ? text.furniture : UnionOf(text.furniture, learnt);
}

uint64_t TokensOf(const Body& body) {
  return body.tokens.size() - static_cast<size_t>(std::ranges::count(body.tokens, kBreakToken));
}

struct SketchedText {
  Sketch sketch;
  std::vector<TokenRange> furniture;  // that its outlet repeats
  uint64_t furniture_tokens = 0;      // masked by it, counted for each article with the text
};

class TextSketcher {
 public:
  TextSketcher(const ArticleTable& table, const SketchRequest& request)
      : table_(table),
        request_(request),
        keep_informative_(KeepInformative(*request.background, request.max_informative_stories)) {}

  // Nothing of a text that is too short.
  absl::Status Make(uint32_t text, SketchedText& made) const {
    const ArticleRecord& record = table_.records()[table_.ArticleOf(text)];
    if (record.too_short) return absl::OkStatus();
    WIRECOPY_ASSIGN_OR_RETURN(const SpooledText loaded, table_.Load(table_.ArticleOf(text)));
    made.furniture =
        OutletFurniture(loaded.tokens, OutletHash(record.outlet), *request_.background);
    const Body body = MakeBody(loaded.tokens, WithLearnt(loaded, made.furniture));
    made.furniture_tokens = (record.body_tokens - TokensOf(body)) * table_.ArticlesOf(text).size();
    made.sketch = request_.sketcher->MakeSketch(ShingleHashes(body.tokens), keep_informative_,
                                                request_.with_bins);
    return absl::OkStatus();
  }

 private:
  const ArticleTable& table_;
  const SketchRequest& request_;
  KeepHashes keep_informative_;
};

}  // namespace

std::vector<TokenRange> MaskedOf(const SpooledText& text, uint64_t outlet,
                                 const Background& background) {
  return WithLearnt(text, OutletFurniture(text.tokens, outlet, background));
}

Body BodyOf(const SpooledText& text, uint64_t outlet, const Background& background,
            bool with_places) {
  return MakeBody(text.tokens, MaskedOf(text, outlet, background), with_places);
}

absl::StatusOr<Body> LoadBody(const ArticleTable& table, uint32_t article,
                              const Background& background, bool with_places) {
  WIRECOPY_ASSIGN_OR_RETURN(const SpooledText text, table.Load(article));
  return BodyOf(text, OutletHash(table.records()[article].outlet), background, with_places);
}

void LearntFurniture::Append(std::span<const std::vector<TokenRange>> of_texts) {
  for (const std::vector<TokenRange>& ranges : of_texts) {
    ranges_.insert(ranges_.end(), ranges.begin(), ranges.end());
    begins_.push_back(static_cast<uint32_t>(ranges_.size()));
  }
}

std::span<const TokenRange> LearntFurniture::Of(uint32_t text) const {
  if (text + 1 >= begins_.size()) return {};
  return std::span(ranges_).subspan(begins_[text], begins_[text + 1] - begins_[text]);
}

uint64_t LearntFurniture::held_bytes() const {
  return begins_.capacity() * sizeof(uint32_t) + ranges_.capacity() * sizeof(TokenRange);
}

absl::StatusOr<Body> LoadTextBody(const ArticleTable& table, uint32_t text,
                                  const LearntFurniture& learnt) {
  WIRECOPY_ASSIGN_OR_RETURN(const SpooledText loaded, table.Load(table.ArticleOf(text)));
  return MakeBody(loaded.tokens, WithLearnt(loaded, learnt.Of(text)));
}

void PlaceInCleanTexts(const Body& a, const Body& b, Verdict& verdict) {
  for (Passage& passage : verdict.passages) {
    passage.a = ToCleanTokens(passage.a, a);
    passage.b = ToCleanTokens(passage.b, b);
  }
  for (Slot& slot : verdict.slots) {
    slot.a = ToCleanTokens(slot.a, a);
    slot.b = ToCleanTokens(slot.b, b);
  }
}

std::optional<TimeInterval> DateOf(const ArticleTable& table, uint32_t text) {
  std::optional<TimeInterval> earliest;
  for (uint32_t article : table.ArticlesOf(text)) {
    const std::optional<TimeInterval>& date = table.records()[article].published_at;
    if (date &&
        (!earliest || date->earliest_s < earliest->earliest_s ||
         (date->earliest_s == earliest->earliest_s && date->latest_s < earliest->latest_s))) {
      earliest = date;
    }
  }
  return earliest;
}

KeepHashes KeepInformative(const Background& background, uint32_t max_stories) {
  return [&background, max_stories](std::vector<uint64_t>& shingles) {
    const std::vector<uint32_t> frequencies = background.StoryFrequencies(shingles);
    size_t kept = 0;
    for (size_t i = 0; i < shingles.size(); ++i) {
      shingles[kept] = shingles[i];
      kept += frequencies[i] <= max_stories;
    }
    shingles.resize(kept);
  };
}

absl::StatusOr<SketchedTexts> SketchTexts(const ArticleTable& table, uint32_t count,
                                          const SketchRequest& request, PhaseProgress& progress) {
  SketchedTexts made;
  made.sketches = SketchTable(request.store, {count, request.in_store, request.part_hashes});
  const TextSketcher sketcher(table, request);
  constexpr uint32_t kTogether = KeyColumns::kBlockArticles;
  for (uint32_t first = 0; first < count; first += kTogether) {
    const uint32_t end = std::min(first + kTogether, count);
    std::vector<SketchedText> texts(end - first);
    WIRECOPY_RETURN_IF_ERROR(ForEachText(
        first, end, request.threads, progress,
        [&](uint32_t text) -> absl::Status { return sketcher.Make(text, texts[text - first]); }));
    std::vector<Sketch> sketches;
    std::vector<std::vector<TokenRange>> furniture;
    for (SketchedText& text : texts) {
      sketches.push_back(std::move(text.sketch));
      furniture.push_back(std::move(text.furniture));
      made.learnt_furniture_tokens += text.furniture_tokens;
    }
    WIRECOPY_RETURN_IF_ERROR(made.sketches.Append(std::move(sketches)));
    made.furniture.Append(furniture);
  }
  return made;
}

absl::StatusOr<Background> LearnBackground(const ArticleTable& table, const LearnRequest& request,
                                           PhaseProgress& progress) {
  const auto count =
      static_cast<uint32_t>(std::min<size_t>(table.text_count(), request.max_sampled));
  std::vector<std::vector<uint64_t>> shingles(count);
  std::vector<Sketch> sketches(count);
  const Background nothing;
  const Background& known = request.prior == nullptr ? nothing : *request.prior;
  WIRECOPY_RETURN_IF_ERROR(
      ForEachText(0, count, request.threads, progress, [&](uint32_t text) -> absl::Status {
        const uint32_t article = table.ArticleOf(text);
        if (table.records()[article].too_short) return absl::OkStatus();
        WIRECOPY_ASSIGN_OR_RETURN(const Body body, LoadBody(table, article, known));
        shingles[text] = ShingleSet(body.tokens);
        sketches[text] = request.sketcher->MakeSketch(shingles[text]);
        return absl::OkStatus();
      }));
  const std::vector<uint32_t> story = PreliminaryStories(sketches, request.threads);
  sketches = {};
  std::vector<OutletPage> pages(count);
  for (uint32_t text = 0; text < count; ++text) {
    pages[text] = {OutletHash(table.records()[table.ArticleOf(text)].outlet), story[text], text};
  }
  const std::vector<uint64_t> furniture =
      LearnOutletFurniture(pages, [&](uint32_t page) { return shingles[page]; });
  const Background masks(0, {}, furniture);
  for (uint32_t text = 0; text < count && masks.KnowsFurniture(); ++text)
    DropFurniture(pages[text].outlet, masks, shingles[text]);
  const std::vector<std::vector<uint32_t>> members = MembersOf(story);
  std::vector<uint64_t> all;
  const std::vector<Background::Entry> entries = CountStories(
      members.size(), [&](size_t group) { return Merged(shingles, members[group], all); });
  return Background(members.size(), entries, furniture, request.prior);
}

}  // namespace wirecopy
