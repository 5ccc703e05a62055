#include "wirecopy/report/story_json.h"

#include <set>
#include <utility>

#include "absl/strings/str_format.h"
#include "wirecopy/base/hash.h"
#include "wirecopy/report/article_fields.h"
#include "wirecopy/report/json_line.h"

namespace wirecopy {
namespace {

// What a story counts: its articles, roundups left out.
struct StorySize {
  uint64_t articles = 0;
  uint64_t roundups = 0;
  std::set<std::string_view> outlets;  // known ones
};

StorySize SizeOf(const Result& result, const Story& story) {
  StorySize size;
  for (const StoryMember& member : story.members) {
    if (member.relation == Relation::kRoundup) {
      ++size.roundups;
      continue;
    }
    ++size.articles;
    const std::string& outlet = result.articles[member.article].outlet;
    if (!outlet.empty()) size.outlets.insert(outlet);
  }
  return size;
}

void PutOrigin(const Result& result, const Story& story, JsonLine* json) {
  json->StartObject("origin");
  json->Text("id", result.articles[story.origin].id);
  json->Estimate("confidence", story.origin_confidence);
  json->Texts("reasons", story.origin_reasons);
  json->EndObject();
}

void PutMember(const Result& result, const StoryMember& member, JsonLine* json) {
  json->StartObject();
  PutArticleFields(result.articles[member.article], json);
  json->Text("relation", RelationName(member.relation));
  if (member.of) {
    json->Text("of", result.articles[*member.of].id);
  } else {
    json->Null("of");
  }
  json->Estimate("of_confidence", member.of_confidence);
  json->Texts("of_reasons", member.of_reasons);
  json->Estimate("probability", member.probability);
  json->Estimate("coverage", member.coverage);
  json->Estimate("coverage_of", member.coverage_of);
  json->Integer("lag_s", member.lag_s);
  json->EndObject();
}

void PutRange(std::string_view key, TokenRange range, JsonLine* json) {
  json->StartArray(key);
  json->Count(range.begin);
  json->Count(range.end);
  json->EndArray();
}

void PutRanges(TokenRange a, TokenRange b, bool swapped, JsonLine* json) {
  PutRange("a", swapped ? b : a, json);
  PutRange("b", swapped ? a : b, json);
}

void PutAlignment(const Verdict& verdict, bool swapped, JsonLine* json) {
  json->StartArray("passages");
  for (const Passage& passage : verdict.passages) {
    json->StartObject();
    PutRanges(passage.a, passage.b, swapped, json);
    json->EndObject();
  }
  json->EndArray();
  json->StartArray("slots");
  for (const Slot& slot : verdict.slots) {
    json->StartObject();
    json->Text("kind", SlotKindName(slot.kind));
    PutRanges(slot.a, slot.b, swapped, json);
    json->Bool("in_lead", slot.in_lead);
    json->EndObject();
  }
  json->EndArray();
}

}  // namespace

void AppendStoryLine(const Result& result, const Story& story, std::string* out) {
  const StorySize size = SizeOf(result, story);
  JsonLine json;
  json.StartObject();
  json.Text("schema", "wirecopy.story/1");
  json.Text("story", story.name);
  json.Count("size", size.articles);
  json.Count("outlets", size.outlets.size());
  json.Count("roundups", size.roundups);
  json.Interval("first_published", story.first_published);
  json.Interval("last_published", story.last_published);
  PutOrigin(result, story, &json);
  json.StartObject("evidence");
  json.Estimate("least", story.least_evidence);
  json.Estimate("median", story.median_evidence);
  json.EndObject();
  json.Fingerprint("background", result.background_fingerprint);
  json.StartArray("members");
  for (const StoryMember& member : story.members) PutMember(result, member, &json);
  json.EndArray();
  json.EndObject();
  json.AppendTo(out);
}

Story StoryOfOne(const Result& result, uint32_t article) {
  const ArticleRecord& record = result.articles[article];
  Story story;
  story.name = absl::StrFormat("%016x", HashBytes(record.id, record.content_hash));
  StoryMember member;
  member.article = article;
  if (record.published_at) member.lag_s = 0;
  story.members.push_back(member);
  story.origin = article;
  story.first_published = story.last_published = record.published_at;
  return story;
}

void AppendSingletonLine(const Result& result, uint32_t article, std::string* out) {
  AppendStoryLine(result, StoryOfOne(result, article), out);
}

void PutPairFields(const JudgedPair& pair, JsonLine* json) {
  const Verdict& verdict = *pair.verdict;
  const bool swapped = pair.id_b < pair.id_a;
  const auto ordered = [swapped](const auto& of_a, const auto& of_b) {
    return swapped ? std::pair(of_b, of_a) : std::pair(of_a, of_b);
  };
  const auto [first_id, second_id] = ordered(pair.id_a, pair.id_b);
  const auto [coverage_a, coverage_b] = ordered(verdict.coverage_a, verdict.coverage_b);
  const auto [bits_a, bits_b] = ordered(verdict.bits_a, verdict.bits_b);
  json->Text("schema", "wirecopy.pair/1");
  json->Text("id_a", first_id);
  json->Text("id_b", second_id);
  json->Text("relation", RelationName(verdict.relation));
  json->Estimate("probability", verdict.probability);
  json->Estimate("coverage_a", coverage_a);
  json->Estimate("coverage_b", coverage_b);
  json->Estimate("resemblance", verdict.resemblance);
  json->Estimate("shared_bits", verdict.shared_bits);
  json->Estimate("bits_a", bits_a);
  json->Estimate("bits_b", bits_b);
  json->Count("longest_match", verdict.longest_match);
  json->StartObject("conflicts");
  json->Count("numbers", verdict.number_conflicts);
  json->Count("names", verdict.name_conflicts);
  json->EndObject();
  json->Count("edits", verdict.edits);
  json->Count("noise_slots", verdict.noise_slots);
  json->Estimate("direction", swapped ? 0 - verdict.direction : verdict.direction);
  json->Integer("gap_s", verdict.gap_s);
  if (pair.background) {
    json->Fingerprint("background", *pair.background);
  } else {
    json->Null("background");
  }
  json->Texts("reasons", verdict.reasons);
  if (!verdict.passages.empty()) PutAlignment(verdict, swapped, json);
}

void AppendPairLine(const JudgedPair& pair, std::string* out) {
  JsonLine json;
  json.StartObject();
  PutPairFields(pair, &json);
  json.EndObject();
  json.AppendTo(out);
}

}  // namespace wirecopy
