#include "wirecopy/eval/eval_output.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string_view>

#include "absl/strings/str_format.h"
#include "wirecopy/base/escaping.h"
#include "wirecopy/base/string_bridge.h"

namespace wirecopy {
namespace {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

void AppendRow(std::string_view name, std::string_view value, std::string* out) {
  absl::StrAppendFormat(out, "%-28s %s\n", name, value);
}

std::string Triple(const PrecisionRecall& measure) {
  return absl::StrFormat("%.4f / %.4f / %.4f", measure.precision, measure.recall, measure.F1());
}

// Nothing where there is no interval.
std::string Bounds(const std::optional<EvalInterval>& interval) {
  return interval ? absl::StrFormat("  [%.4f, %.4f]", interval->low, interval->high) : "";
}

std::string JoinedText(const JoinedPairs& pairs) {
  return absl::StrFormat("%.2f %% (%d of %d pairs)", 100 * pairs.Rate(), pairs.joined, pairs.pairs);
}

void PutKey(std::string_view key, JsonWriter* json) {
  std::string quoted;
  AppendJsonString(key, &quoted);
  json->RawValue(quoted.data(), quoted.size(), rapidjson::kStringType);
}

void PutCount(std::string_view key, uint64_t value, JsonWriter* json) {
  PutKey(key, json);
  json->Uint64(value);
}

void PutNumber(std::string_view key, double value, JsonWriter* json) {
  PutKey(key, json);
  json->Double(value);
}

void PutInterval(std::string_view key, const std::optional<EvalInterval>& interval,
                 JsonWriter* json) {
  PutKey(key, json);
  if (!interval) {
    json->Null();
    return;
  }
  json->StartArray();
  json->Double(interval->low);
  json->Double(interval->high);
  json->EndArray();
}

void PutTriple(const std::string& prefix, const PrecisionRecall& measure, JsonWriter* json) {
  PutNumber(prefix + "_precision", measure.precision, json);
  PutNumber(prefix + "_recall", measure.recall, json);
  PutNumber(prefix + "_f1", measure.F1(), json);
}

void PutClusterMeasures(const EvalReport& report, JsonWriter* json) {
  PutCount("pages", report.articles, json);
  PutCount("stories", report.stories, json);
  PutCount("stories_of_2_or_more", report.stories_of_two_or_more, json);
  PutNumber("ari", report.adjusted_rand, json);
  PutInterval("ari_95", report.adjusted_rand_interval, json);
  PutTriple("pair", report.pairs, json);
  PutInterval("pair_f1_95", report.pairs_f1_interval, json);
  PutTriple("b3", report.bcubed, json);
  PutTriple("b3_multi", report.bcubed_multi, json);
  PutInterval("b3_multi_f1_95", report.bcubed_multi_f1_interval, json);
  PutCount("mixed_clusters", report.mixed_clusters, json);
  PutNumber("mixed_pages_share", report.mixed_articles_share, json);
  PutCount("largest_cluster", report.largest_cluster, json);
  PutCount("predicted_clusters", report.predicted_clusters, json);
}

void PutRecalls(const EvalReport& report, JsonWriter* json) {
  PutKey("recall_by_damage", json);
  json->StartObject();
  for (const auto& [name, group] : report.recall_by_group) {
    PutKey(name, json);
    json->StartObject();
    PutCount("pages", group.articles, json);
    PutNumber("recall", group.recall, json);
    PutInterval("recall_95", group.interval, json);
    json->EndObject();
  }
  json->EndObject();
}

void PutRoundups(const EvalReport& report, JsonWriter* json) {
  PutKey("roundups", json);
  json->StartObject();
  PutCount("pages", report.roundups, json);
  PutNumber("glued", report.roundups_glued, json);
  PutNumber("in_a_cluster_with_a_contained_story", report.roundups_attached, json);
  json->EndObject();
}

void PutJoined(std::string_view key, std::string_view count_key,
               const std::map<std::string, JoinedPairs>& by_label, JsonWriter* json) {
  PutKey(key, json);
  json->StartObject();
  for (const auto& [label, pairs] : by_label) {
    PutKey(label, json);
    json->StartObject();
    PutCount("pairs", pairs.pairs, json);
    PutCount(count_key, pairs.joined, json);
    PutNumber("rate", pairs.Rate(), json);
    json->EndObject();
  }
  json->EndObject();
}

void FinishLine(const rapidjson::StringBuffer& buffer, std::string* out) {
  out->append(buffer.GetString(), buffer.GetSize());
  out->push_back('\n');
}

}  // namespace

void AppendEvalText(const EvalReport& report, std::string* out) {
  AppendRow("pages / stories / of 2+",
            absl::StrFormat("%d / %d / %d", report.articles, report.stories,
                            report.stories_of_two_or_more),
            out);
  AppendRow("ARI",
            absl::StrFormat("%.4f", report.adjusted_rand) + Bounds(report.adjusted_rand_interval),
            out);
  AppendRow("pairs P / R / F1", Triple(report.pairs) + Bounds(report.pairs_f1_interval), out);
  AppendRow("B3 P / R / F1", Triple(report.bcubed), out);
  AppendRow("B3, stories of 2+",
            Triple(report.bcubed_multi) + Bounds(report.bcubed_multi_f1_interval), out);
  AppendRow("mixed clusters",
            absl::StrFormat("%d, %.2f %% of pages", report.mixed_clusters,
                            100 * report.mixed_articles_share),
            out);
  AppendRow("clusters / largest",
            absl::StrFormat("%d / %d", report.predicted_clusters, report.largest_cluster), out);
  AppendRow(
      "roundups glued",
      absl::StrFormat("%.2f %% of %d (%.2f %% beside a story they contain)",
                      100 * report.roundups_glued, report.roundups, 100 * report.roundups_attached),
      out);
  for (const auto& [band, pairs] : report.hard_negatives)
    AppendRow("joined, " + Printable(band), JoinedText(pairs), out);
  for (const auto& [name, group] : report.recall_by_group) {
    AppendRow("recall, " + Printable(name),
              absl::StrFormat("%.4f of %d", group.recall, group.articles) + Bounds(group.interval),
              out);
  }
  if (report.unknown_ids > 0)
    AppendRow("! ids not in gold", absl::StrFormat("%d", report.unknown_ids), out);
  if (report.ignored_lines > 0)
    AppendRow("! ignored lines", absl::StrFormat("%d", report.ignored_lines), out);
  if (report.articles_in_two_clusters > 0) {
    AppendRow("! pages in two clusters", absl::StrFormat("%d", report.articles_in_two_clusters),
              out);
  }
}

void AppendEvalJson(const EvalReport& report, std::string* out) {
  rapidjson::StringBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  PutKey("schema", &json);
  json.String("wirecopy.eval/1");
  PutClusterMeasures(report, &json);
  PutRecalls(report, &json);
  PutRoundups(report, &json);
  PutJoined("template_merge_rate", "merged", report.hard_negatives, &json);
  PutCount("unknown_ids", report.unknown_ids, &json);
  PutCount("ignored_lines", report.ignored_lines, &json);
  PutCount("pages_in_two_clusters", report.articles_in_two_clusters, &json);
  json.EndObject();
  FinishLine(buffer, out);
}

void AppendPairText(const PairReport& report, std::string* out) {
  for (const auto& [label, pairs] : report.by_label)
    AppendRow("joined, " + Printable(label), JoinedText(pairs), out);
  if (report.unnamed_ids > 0)
    AppendRow("! ids in no cluster", absl::StrFormat("%d", report.unnamed_ids), out);
}

void AppendPairJson(const PairReport& report, std::string* out) {
  rapidjson::StringBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  PutKey("schema", &json);
  json.String("wirecopy.eval-pairs/1");
  PutJoined("joined_by_label", "joined", report.by_label, &json);
  PutCount("ids_in_no_cluster", report.unnamed_ids, &json);
  json.EndObject();
  FinishLine(buffer, out);
}

}  // namespace wirecopy
