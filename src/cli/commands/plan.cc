// `wirecopy plan`: what the options in force can find.
#include "wirecopy/match/plan.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

#include "absl/strings/str_format.h"
#include "cli/background_choice.h"
#include "cli/command_line.h"
#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/exit_status.h"
#include "cli/output.h"
#include "wirecopy/background/default_background.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/corpus/excerpt.h"
#include "wirecopy/match/match.h"
#include "wirecopy/report/json_line.h"
#include "wirecopy/sketch/sketch.h"

namespace wirecopy::cli {
namespace {

constexpr uint32_t kArticleShingles = 500;  // a news report of some 500 characters or words

struct ContainmentCase {
  std::string_view says;
  uint32_t shared = 0;
  uint32_t shingles = 0;
  uint32_t other_shingles = 0;
};
constexpr ContainmentCase kCases[] = {
    {"a paragraph of 40 shingles cut from a report of 500", 40, 40, 500},
    {"a paragraph of 100 cut from a report of 1,000", 100, 100, 1000},
    {"the first half of a report", 250, 250, 500},
    {"a report of 300 on a page of 3,000 (a roundup)", 300, 300, 3000},
    {"a quote of 60 in a text of 500", 60, 500, 500},
    {"a quote of 20 in a text of 500", 20, 500, 500},
};

// The mean of J^r over random pairs of unrelated pages, r = 1 .. 8: how likely two strangers share
// a band of r rows. Measured on three million pairs of each of two collections of Chinese news
// (geometric mean of the two), rule furniture masked, formulas left in, pairs above J = .3 left
// out. Their r = 4 differ by a quarter from each other.
constexpr double kMeanPowers[] = {2.0e-4, 3.4e-6, 3.4e-7, 5.7e-8, 1.1e-8, 2.4e-9, 5.4e-10, 1.2e-10};
constexpr double kBeyond = 4;  // what each further row divides it by

constexpr uint64_t kCorpusSizes[] = {20000, 1000000, 100000000};

double MeanPower(uint32_t rows) {
  const uint32_t measured = std::min<uint32_t>(rows, std::size(kMeanPowers));
  return kMeanPowers[measured - 1] / std::pow(kBeyond, rows - measured);
}

PlanOptions PlanOptionsOf(const Invocation& invocation) {
  const SketchOptions sketch;
  PlanOptions options;
  options.bands = static_cast<uint32_t>(invocation.Integer("bands"));
  options.rows_per_band = static_cast<uint32_t>(invocation.Integer("rows"));
  options.sample_rate = invocation.Real("sample-rate");
  options.min_samples = sketch.min_samples;
  options.min_shared_samples = MatchOptions().min_shared_samples;
  return options;
}

// Two articles of kArticleShingles each that resemble each other by J share 2 J / (1 + J) of them.
uint32_t SharedAt(double resemblance) {
  return static_cast<uint32_t>(kArticleShingles * 2 * resemblance / (1 + resemblance));
}

double Either(double a, double b) { return 1 - (1 - a) * (1 - b); }

void AppendResemblanceText(const PlanOptions& plan, std::string* out) {
  *out +=
      "\nTwo reports of 500 shingles that resemble each other\n"
      "  resemblance    by bands   by samples    by either\n";
  for (int tenth = 1; tenth <= 10; ++tenth) {
    const double resemblance = tenth / 10.0;
    const double bands = BandRecall(plan, resemblance);
    const double samples =
        SampleRecall(plan, SharedAt(resemblance), kArticleShingles, kArticleShingles);
    absl::StrAppendFormat(out, "  %11.1f  %10.4f  %11.4f  %11.4f\n", resemblance, bands, samples,
                          Either(bands, samples));
  }
}

void AppendContainmentText(const PlanOptions& plan, std::string* out) {
  *out += "\nOne text that holds a part of another (by samples)\n";
  for (const ContainmentCase& one : kCases) {
    absl::StrAppendFormat(out, "  %-52s %8.4f\n", one.says,
                          SampleRecall(plan, one.shared, one.shingles, one.other_shingles));
  }
}

void AppendStrangersText(const PlanOptions& plan, std::string* out) {
  const double power = MeanPower(plan.rows_per_band);
  *out +=
      "\nStrangers an article meets by bands (were all pairs of a bucket taken; the bucket is "
      "linked as a chain)\n";
  for (uint64_t articles : kCorpusSizes) {
    absl::StrAppendFormat(out, "  among %11s articles  %12.4g\n", WithCommas(articles),
                          ExpectedStrangers(plan, power, articles));
  }
}

void AppendBackgroundText(const Background& background, std::string* out) {
  if (background.fingerprint() == 0) {
    *out += "\nNo background: every shingle nominates until a run has learnt the formulas.\n";
    return;
  }
  absl::StrAppendFormat(
      out,
      "\nFormulas known before a run, from %s stories: %s shingles, %s of outlets "
      "(background %016x)\n",
      WithCommas(background.story_count()), WithCommas(background.entry_count()),
      WithCommas(background.outlet_shingle_count()), background.fingerprint());
}

std::string PlanText(const PlanOptions& plan, const Background& background) {
  std::string out = absl::StrFormat(
      "%d bands of %d rows; samples of %.4g of the shingles (more of short texts, at least %d), %d "
      "of them shared.\n"
      "Expected share of pairs that are compared, estimated from formulas:\n",
      plan.bands, plan.rows_per_band, plan.sample_rate, plan.min_samples, plan.min_shared_samples);
  AppendResemblanceText(plan, &out);
  AppendContainmentText(plan, &out);
  AppendStrangersText(plan, &out);
  AppendBackgroundText(background, &out);
  return out;
}

void AddCurve(const PlanOptions& plan, JsonLine& json) {
  json.StartArray("resemblance");
  for (int tenth = 1; tenth <= 10; ++tenth) {
    const double resemblance = tenth / 10.0;
    json.StartObject();
    json.Estimate("resemblance", resemblance);
    json.Estimate("by_bands", BandRecall(plan, resemblance));
    json.Estimate("by_samples",
                  SampleRecall(plan, SharedAt(resemblance), kArticleShingles, kArticleShingles));
    json.EndObject();
  }
  json.EndArray();
}

void AddContainment(const PlanOptions& plan, JsonLine& json) {
  json.StartArray("containment");
  for (const ContainmentCase& one : kCases) {
    json.StartObject();
    json.Text("case", one.says);
    json.Count("shared", one.shared);
    json.Count("shingles", one.shingles);
    json.Count("other_shingles", one.other_shingles);
    json.Estimate("by_samples", SampleRecall(plan, one.shared, one.shingles, one.other_shingles));
    json.EndObject();
  }
  json.EndArray();
}

void AddBackground(const Background& background, JsonLine& json) {
  json.StartObject("background");
  json.Count("stories", background.story_count());
  json.Count("shingles", background.entry_count());
  json.Count("outlet_shingles", background.outlet_shingle_count());
  json.Text("fingerprint", absl::StrFormat("%016x", background.fingerprint()));
  json.EndObject();
}

std::string PlanJson(const PlanOptions& plan, const Background& background) {
  JsonLine json;
  json.StartObject();
  json.Text("schema", "wirecopy.plan/1");
  json.Count("bands", plan.bands);
  json.Count("rows", plan.rows_per_band);
  json.ExactNumber("sample_rate", plan.sample_rate);
  json.Count("min_samples", plan.min_samples);
  json.Count("min_shared_samples", plan.min_shared_samples);
  AddCurve(plan, json);
  AddContainment(plan, json);
  json.StartArray("strangers");
  for (uint64_t articles : kCorpusSizes) {
    json.StartObject();
    json.Count("articles", articles);
    json.ExactNumber("met_by_bands",
                     ExpectedStrangers(plan, MeanPower(plan.rows_per_band), articles));
    json.EndObject();
  }
  json.EndArray();
  AddBackground(background, json);
  json.EndObject();
  std::string out;
  json.AppendTo(&out);
  return out;
}

absl::Status Plan(const Invocation& invocation) {
  const PlanOptions plan = PlanOptionsOf(invocation);
  WIRECOPY_ASSIGN_OR_RETURN(const auto chosen, ChooseBackground(invocation));
  const Background& background = chosen ? *chosen : DefaultBackground();
  return WriteWhole("-", invocation.Text("format") == "json" ? PlanJson(plan, background)
                                                             : PlanText(plan, background));
}

}  // namespace

int RunPlan(const Invocation& invocation) {
  const absl::Status status = Plan(invocation);
  if (status.ok()) return kDone;
  Console(false).Say(status.message());
  return kNotCompleted;
}

}  // namespace wirecopy::cli
