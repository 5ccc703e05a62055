#include "wirecopy/eval/labels.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <functional>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/base/string_bridge.h"

namespace wirecopy {
namespace {

// The unit of "\\uXXXX" at the front; -1: none.
int EscapedUnit(std::string_view text) {
  if (!text.starts_with("\\u")) return -1;
  int unit = 0;
  const char* end = text.data() + std::min<size_t>(6, text.size());
  const auto read = std::from_chars(text.data() + 2, end, unit, 16);
  return read.ptr == text.data() + 6 && unit >= 0 ? unit : -1;
}

// Lone surrogates as U+FFFD, as articles are read; simdjson refuses them.
std::string WithoutLoneSurrogates(std::string_view line) {
  std::string text(line);
  for (size_t at = 0; (at = text.find('\\', at)) != text.npos;) {
    const int unit = EscapedUnit(std::string_view(text).substr(at));
    if (unit < 0xd800 || unit > 0xdfff) {
      at += 2;
      continue;
    }
    const int low = unit < 0xdc00 ? EscapedUnit(std::string_view(text).substr(at + 6)) : -1;
    const bool is_pair = low >= 0xdc00 && low <= 0xdfff;
    if (!is_pair) text.replace(at, 6, "\\ufffd");
    at += is_pair ? 12 : 6;
  }
  return text;
}

// simdjson's DOM rather than On-Demand: a label line is small, is read in any order of keys, and is
// either valid to its last byte or refused.
absl::StatusOr<simdjson::dom::object> ParseObject(simdjson::dom::parser& parser,
                                                  std::string_view line) {
  simdjson::dom::element root;
  if (const auto error = parser.parse(WithoutLoneSurrogates(line)).get(root)) {
    return absl::DataLossError(absl::StrCat("not JSON: ", simdjson::error_message(error)));
  }
  simdjson::dom::object object;
  if (root.get(object)) return absl::DataLossError("not a JSON object");
  return object;
}

// Ids and cluster names may be written as strings or as numbers.
std::optional<std::string> NameIn(const simdjson::dom::element& element) {
  std::string_view text;
  if (!element.get(text)) return std::string(text);
  if (element.is_int64() || element.is_uint64() || element.is_double())
    return simdjson::minify(element);
  return std::nullopt;
}

absl::StatusOr<std::string> RequiredName(const simdjson::dom::object& object,
                                         std::string_view key) {
  simdjson::dom::element element;
  if (object.at_key(key).get(element))
    return absl::DataLossError(absl::StrCat("no field \"", ToAbsl(key), "\""));
  std::optional<std::string> name = NameIn(element);
  if (!name)
    return absl::DataLossError(
        absl::StrCat("field \"", ToAbsl(key), "\" is neither a string nor a number"));
  return *std::move(name);
}

absl::StatusOr<std::vector<std::string>> NamesUnder(const simdjson::dom::object& object,
                                                    std::string_view key) {
  std::vector<std::string> names;
  simdjson::dom::element element;
  if (object.at_key(key).get(element) || element.is_null()) return names;
  simdjson::dom::array array;
  if (element.get(array))
    return absl::DataLossError(absl::StrCat("field \"", ToAbsl(key), "\" is not a list"));
  for (const simdjson::dom::element& item : array) {
    std::optional<std::string> name = NameIn(item);
    if (!name)
      return absl::DataLossError(
          absl::StrCat("field \"", ToAbsl(key), "\" holds something but strings"));
    names.push_back(*std::move(name));
  }
  return names;
}

// A member of a cluster: an id, or an object that has one.
absl::StatusOr<std::string> MemberId(const simdjson::dom::element& member) {
  simdjson::dom::object object;
  if (!member.get(object)) return RequiredName(object, "id");
  std::optional<std::string> name = NameIn(member);
  if (!name) return absl::DataLossError("a member is neither an id nor an object with an \"id\"");
  return *std::move(name);
}

// The list under "members", or under "articles" where there are no members.
bool MemberList(const simdjson::dom::object& object, simdjson::dom::array* members) {
  auto under_key = object.at_key("members");
  if (under_key.error()) under_key = object.at_key("articles");
  return under_key.get_array().get(*members) == simdjson::SUCCESS;
}

std::vector<std::string_view> Cells(std::string_view line) {
  std::vector<std::string_view> cells;
  for (absl::string_view cell : absl::StrSplit(ToAbsl(line), '\t')) cells.push_back(ToStd(cell));
  return cells;
}

std::string_view WithoutCarriageReturn(std::string_view line) {
  while (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

bool IsBlankLine(std::string_view line) {
  return line.find_first_not_of(" \t\r\n\v\f") == line.npos;
}

absl::StatusOr<GoldRow> ParseGoldLine(std::string_view line) {
  simdjson::dom::parser parser;
  WIRECOPY_ASSIGN_OR_RETURN(const simdjson::dom::object object, ParseObject(parser, line));
  GoldRow row;
  WIRECOPY_ASSIGN_OR_RETURN(row.id, RequiredName(object, "id"));
  WIRECOPY_ASSIGN_OR_RETURN(row.story, RequiredName(object, "story"));
  WIRECOPY_ASSIGN_OR_RETURN(row.relation, RequiredName(object, "relation"));
  WIRECOPY_ASSIGN_OR_RETURN(row.damage, NamesUnder(object, "damage"));
  WIRECOPY_ASSIGN_OR_RETURN(row.contains, NamesUnder(object, "contains"));
  return row;
}

std::optional<PairColumns> ParsePairHeader(std::string_view line) {
  const std::vector<std::string_view> cells = Cells(WithoutCarriageReturn(line));
  const auto column = [&](std::string_view name) -> std::optional<size_t> {
    const auto found = std::ranges::find(cells, name);
    if (found == cells.end()) return std::nullopt;
    return static_cast<size_t>(found - cells.begin());
  };
  const std::optional<size_t> id1 = column("id1");
  const std::optional<size_t> id2 = column("id2");
  if (!id1 || !id2) return std::nullopt;
  std::optional<size_t> label = column("label");
  if (!label) label = column("band");
  return PairColumns{*id1, *id2, label};
}

absl::StatusOr<LabelledPair> ParsePairLine(std::string_view line, const PairColumns& columns) {
  line = WithoutCarriageReturn(line);
  if (!simdjson::validate_utf8(line.data(), line.size()))
    return absl::DataLossError("broken UTF-8");
  const std::vector<std::string_view> cells = Cells(line);
  const size_t needed = std::max({columns.id1, columns.id2, columns.label.value_or(0)}) + 1;
  if (cells.size() < needed) {
    return absl::DataLossError(
        absl::StrCat(cells.size(), " tab-separated cells; at least ", needed, " are needed"));
  }
  return LabelledPair{std::string(cells[columns.id1]), std::string(cells[columns.id2]),
                      columns.label ? std::string(cells[*columns.label]) : "pair"};
}

absl::Status ClusterAssignment::AddLine(std::string_view line) {
  ++lines_;
  line = WithoutCarriageReturn(line);
  if (IsBlankLine(line)) return absl::OkStatus();
  return line[line.find_first_not_of(" \t\v\f")] == '{' ? AddObjectLine(line) : AddTabbedLine(line);
}

absl::Status ClusterAssignment::AddObjectLine(std::string_view line) {
  simdjson::dom::parser parser;
  WIRECOPY_ASSIGN_OR_RETURN(const simdjson::dom::object object, ParseObject(parser, line));
  if (simdjson::dom::array members; MemberList(object, &members)) {
    const std::string cluster = absl::StrCat("line", lines_);
    for (const simdjson::dom::element& member : members) {
      WIRECOPY_ASSIGN_OR_RETURN(const std::string id, MemberId(member));
      Put(id, cluster);
    }
    return absl::OkStatus();
  }
  simdjson::dom::element element;
  if (object.at_key("id").error() || object.at_key("cluster").get(element)) {
    ++ignored_lines_;
    return absl::OkStatus();
  }
  if (element.is_null()) return absl::OkStatus();
  WIRECOPY_ASSIGN_OR_RETURN(const std::string id, RequiredName(object, "id"));
  WIRECOPY_ASSIGN_OR_RETURN(const std::string cluster, RequiredName(object, "cluster"));
  Put(id, absl::StrCat("c", cluster));
  return absl::OkStatus();
}

absl::Status ClusterAssignment::AddTabbedLine(std::string_view line) {
  if (!simdjson::validate_utf8(line.data(), line.size()))
    return absl::DataLossError("broken UTF-8");
  const std::vector<std::string_view> cells = Cells(line);
  if (cells.size() < 2) return absl::DataLossError("neither JSON nor id<TAB>cluster");
  if (lines_ == 1 && cells[0] == "id") return absl::OkStatus();
  Put(cells[0], absl::StrCat("c", ToAbsl(cells[1])));
  return absl::OkStatus();
}

void ClusterAssignment::Put(std::string_view id, std::string_view cluster) {
  const uint32_t number =
      numbers_.try_emplace(std::string(cluster), static_cast<uint32_t>(numbers_.size()))
          .first->second;
  std::vector<uint32_t>& clusters = clusters_of_.try_emplace(std::string(id)).first->second;
  if (std::ranges::find(clusters, number) == clusters.end()) clusters.push_back(number);
}

const std::vector<uint32_t>& ClusterAssignment::ClustersOf(std::string_view id) const {
  static const std::vector<uint32_t> kAlone;
  const auto found = clusters_of_.find(id);
  return found == clusters_of_.end() ? kAlone : found->second;
}

}  // namespace wirecopy
