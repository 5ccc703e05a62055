#include "wirecopy/corpus/story_lines.h"

#include <simdjson.h>

#include <charconv>
#include <optional>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/base/string_bridge.h"
#include "wirecopy/corpus/dates.h"
#include "wirecopy/corpus/excerpt.h"
#include "wirecopy/corpus/line_shape.h"

namespace wirecopy {
namespace {

using Object = simdjson::dom::object;

absl::StatusOr<Object> ParseObject(simdjson::dom::parser& parser, std::string_view line) {
  simdjson::dom::element root;
  if (const auto error = parser.parse(line.data(), line.size()).get(root)) {
    return absl::DataLossError(absl::StrCat("not JSON: ", simdjson::error_message(error)));
  }
  Object object;
  if (root.get(object)) return absl::DataLossError("not a JSON object");
  return object;
}

// Empty where there is none.
std::string TextIn(const Object& object, std::string_view key) {
  std::string_view text;
  return object[key].get(text) ? std::string() : std::string(text);
}

double NumberIn(const Object& object, std::string_view key, double otherwise) {
  double number = 0;
  return object[key].get(number) ? otherwise : number;
}

uint32_t CountIn(const Object& object, std::string_view key) {
  uint64_t count = 0;
  return object[key].get(count) ? 0 : static_cast<uint32_t>(count);
}

std::vector<std::string> TextsIn(const Object& object, std::string_view key) {
  std::vector<std::string> texts;
  simdjson::dom::array array;
  if (object[key].get(array)) return texts;
  for (const simdjson::dom::element element : array) {
    std::string_view text;
    if (!element.get(text)) texts.emplace_back(text);
  }
  return texts;
}

std::optional<TimeInterval> IntervalIn(const Object& object, std::string_view key) {
  const std::vector<std::string> ends = TextsIn(object, key);
  if (ends.size() != 2) return std::nullopt;
  const absl::StatusOr<TimeInterval> first = ParseDate(ends[0]);
  const absl::StatusOr<TimeInterval> last = ParseDate(ends[1]);
  if (!first.ok() || !last.ok()) return std::nullopt;
  return TimeInterval{first->earliest_s, last->latest_s};
}

uint64_t FingerprintIn(const Object& object, std::string_view key) {
  const std::string digits = TextIn(object, key);
  uint64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

absl::StatusOr<Relation> RelationIn(const Object& object) {
  const std::string name = TextIn(object, "relation");
  const std::optional<Relation> relation = ParseRelation(name);
  if (relation) return *relation;
  return absl::DataLossError(absl::StrFormat("no such relation: %s", Excerpt(name, 40)));
}

absl::Status CheckSchema(const Object& object, std::string_view wanted) {
  const std::string schema = TextIn(object, "schema");
  if (schema == wanted) return absl::OkStatus();
  return absl::DataLossError(
      absl::StrFormat("the schema is %s, not \"%s\"", Excerpt(schema, 40), wanted));
}

// The origin stands first and is copied from none; the others name members that they were copied
// from.
absl::Status CheckMembersAreOne(const Object& story, const simdjson::dom::array& members) {
  std::set<std::string_view> ids;
  for (const Object member : members) {
    const std::string_view id = member["id"];
    if (id.empty()) return absl::DataLossError("a member has no \"id\"");
    if (!ids.insert(id).second)
      return absl::DataLossError(absl::StrFormat("member %s stands twice", Excerpt(id, 40)));
  }
  const std::string_view origin = story["origin"]["id"];
  const std::string_view first = members.at(0)["id"];
  if (origin != first || !members.at(0)["of"].is_null())
    return absl::DataLossError("the first member is not the origin");
  for (const Object member : members) {
    std::string_view of;
    if (!member["of"].get(of) && !ids.contains(of))
      return absl::DataLossError(absl::StrFormat("no member is %s", Excerpt(of, 40)));
  }
  return absl::OkStatus();
}

}  // namespace

struct StoryLines::Parser {
  simdjson::dom::parser parser;
};

StoryLines::StoryLines() : parser_(std::make_unique<Parser>()) {}
StoryLines::StoryLines(StoryLines&&) noexcept = default;
StoryLines& StoryLines::operator=(StoryLines&&) noexcept = default;
StoryLines::~StoryLines() = default;

Result StoryLines::Take() && { return std::move(result_); }

uint32_t StoryLines::ArticleOf(std::string_view id) {
  const auto found = article_of_.find(id);
  if (found != article_of_.end()) return found->second;
  const auto article = static_cast<uint32_t>(result_.articles.size());
  article_of_.emplace(id, article);
  result_.articles.Mutable().emplace_back().id = id;
  return article;
}

absl::StatusOr<bool> StoryLines::AddStory(std::string_view line) {
  WIRECOPY_ASSIGN_OR_RETURN(const Object object, ParseObject(parser_->parser, line));
  WIRECOPY_RETURN_IF_ERROR(CheckSchema(object, "wirecopy.story/1"));
  simdjson::dom::array members;
  if (object["members"].get(members)) return absl::DataLossError("no \"members\"");
  if (members.size() < 2) return false;
  WIRECOPY_RETURN_IF_ERROR(CheckStoryShape(object));
  WIRECOPY_RETURN_IF_ERROR(CheckMembersAreOne(object, members));
  Story story;
  story.name = TextIn(object, "story");
  if (!names_.insert(story.name).second)
    return absl::DataLossError(absl::StrFormat("story %s stands twice", Excerpt(story.name, 40)));
  const auto index = static_cast<uint32_t>(result_.stories.size());
  for (const simdjson::dom::element element : members) {
    const Object member = element;
    StoryMember& made = story.members.emplace_back();
    made.article = ArticleOf(TextIn(member, "id"));
    WIRECOPY_ASSIGN_OR_RETURN(made.relation, RelationIn(member));
    if (const std::string of = TextIn(member, "of"); !of.empty()) made.of = ArticleOf(of);
    made.of_confidence = NumberIn(member, "of_confidence", 0);
    made.probability = NumberIn(member, "probability", 1);
    ArticleRecord& article = result_.articles.Mutable()[made.article];
    article.outlet = TextIn(member, "outlet");
    article.url = TextIn(member, "url");
    article.title = TextIn(member, "title");
    article.published = TextIn(member, "published");
    article.published_at = IntervalIn(member, "published_interval");
    if (!article.story) article.story = index;
  }
  story.origin = story.members.front().article;
  result_.background_fingerprint = FingerprintIn(object, "background");
  result_.stories.push_back(std::move(story));
  return true;
}

absl::StatusOr<PairVerdict> StoryLines::ReadPair(std::string_view line) {
  WIRECOPY_ASSIGN_OR_RETURN(const Object object, ParseObject(parser_->parser, line));
  WIRECOPY_RETURN_IF_ERROR(CheckSchema(object, "wirecopy.pair/1"));
  const std::string id_a = TextIn(object, "id_a");
  const std::string id_b = TextIn(object, "id_b");
  if (id_a.empty() || id_b.empty()) return absl::DataLossError("no \"id_a\" or no \"id_b\"");
  PairVerdict pair;
  Verdict& verdict = pair.verdict;
  WIRECOPY_ASSIGN_OR_RETURN(verdict.relation, RelationIn(object));
  verdict.probability = NumberIn(object, "probability", 0);
  verdict.coverage_a = NumberIn(object, "coverage_a", 0);
  verdict.coverage_b = NumberIn(object, "coverage_b", 0);
  verdict.resemblance = NumberIn(object, "resemblance", 0);
  verdict.shared_bits = NumberIn(object, "shared_bits", 0);
  verdict.bits_a = NumberIn(object, "bits_a", 0);
  verdict.bits_b = NumberIn(object, "bits_b", 0);
  verdict.longest_match = CountIn(object, "longest_match");
  verdict.edits = CountIn(object, "edits");
  verdict.noise_slots = CountIn(object, "noise_slots");
  verdict.direction = NumberIn(object, "direction", 0);
  Object conflicts;
  if (!object["conflicts"].get(conflicts)) {
    verdict.number_conflicts = CountIn(conflicts, "numbers");
    verdict.name_conflicts = CountIn(conflicts, "names");
  }
  int64_t gap = 0;
  if (!object["gap_s"].get(gap)) verdict.gap_s = gap;
  verdict.reasons = TextsIn(object, "reasons");
  pair.a = ArticleOf(id_a);
  pair.b = ArticleOf(id_b);
  return pair;
}

absl::StatusOr<std::string> SchemaOf(std::string_view line) {
  simdjson::dom::parser parser;
  WIRECOPY_ASSIGN_OR_RETURN(const Object object, ParseObject(parser, line));
  std::string schema = TextIn(object, "schema");
  if (schema.empty()) return absl::DataLossError("no \"schema\"");
  return schema;
}

absl::Status CheckSeries(std::string_view line) {
  simdjson::dom::parser parser;
  WIRECOPY_ASSIGN_OR_RETURN(const Object object, ParseObject(parser, line));
  WIRECOPY_RETURN_IF_ERROR(CheckSchema(object, "wirecopy.series/1"));
  return CheckSeriesShape(object);
}

absl::StatusOr<std::string> OneLineObject(std::string_view text) {
  simdjson::dom::parser parser;
  WIRECOPY_RETURN_IF_ERROR(ParseObject(parser, text).status());
  std::string line(text.size(), '\0');
  size_t size = 0;
  if (simdjson::minify(text.data(), text.size(), line.data(), size))
    return absl::DataLossError("not JSON");
  line.resize(size);
  return line;
}

}  // namespace wirecopy
