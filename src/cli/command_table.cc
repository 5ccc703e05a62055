#include "cli/command_table.h"

#include <limits>

#include "cli/commands/commands.h"

namespace wirecopy::cli {
namespace {

constexpr size_t kMany = std::numeric_limits<size_t>::max();

constexpr Example kClusterExamples[] = {
    {"wirecopy cluster crawl/", "the stories of a folder of .jsonl and .txt files, to read"},
    {"wirecopy cluster pages.jsonl.zst -f jsonl -o stories.jsonl",
     "one story a line, for programs"},
    {"wirecopy cluster pages.jsonl -f csv -o stories.csv",
     "a table for a spreadsheet, one member a row"},
    {"wirecopy cluster pages.jsonl --report report.html",
     "and a page for browsers: the stories, their texts side by side, the pairs in doubt"},
    {"zstdcat day-*.zst | wirecopy cluster - --preset strict",
     "from a pipe; join only what is certain"},
    {"wirecopy cluster pages.jsonl --time-zone Asia/Shanghai",
     "dates without a zone are Beijing time"},
};
constexpr Example kDedupExamples[] = {
    {"wirecopy dedup pages.jsonl > kept.jsonl", "each story once; the kept lines are unchanged"},
    {"wirecopy dedup pages.jsonl.zst --against october.jsonl.zst > new.jsonl",
     "drop what stood there last month, too"},
    {"wirecopy dedup pages.jsonl --drop dropped.jsonl -o kept.jsonl",
     "and say what was dropped, and for which article"},
    {"wirecopy dedup pages.jsonl --annotate | jq .wirecopy", "drop nothing, say what would be"},
};
constexpr Example kPairsExamples[] = {
    {"wirecopy pairs pages.jsonl > pairs.jsonl",
     "the pairs judged to be one story, one a line (wirecopy.pair/1)"},
    {"wirecopy pairs pages.jsonl --rejected --evidence",
     "the refused ones as well, each with its reasons"},
};
constexpr Example kReportExamples[] = {
    {"wirecopy report stories.jsonl --articles pages.jsonl -o report.html",
     "a page for browsers of what `cluster -f jsonl` found in pages.jsonl"},
    {"wirecopy report stories.jsonl --articles crawl/ --summary summary.json --report-dir report",
     "as a folder, for what is too big for one file"},
};
constexpr Example kCompareExamples[] = {
    {"wirecopy compare a.txt b.txt", "are these two one report? The passages side by side"},
    {"wirecopy compare pages.jsonl --ids a17 b03",
     "two articles of a file, judged as `cluster` judges them"},
};
constexpr Example kLearnExamples[] = {
    {"wirecopy learn october.jsonl.zst -o october.background",
     "in how many stories a passage stands, and what outlets repeat"},
    {"wirecopy learn october/ --min-stories 5 -o october.background",
     "smaller: formulas only; `cluster --background` judges few articles by them"},
    {"wirecopy learn --merge october.background november.background -o autumn.background",
     "add up what was learnt apart"},
};
constexpr Example kCleanExamples[] = {
    {"wirecopy clean page.txt", "what the engine sees of a page"},
    {"wirecopy clean page.txt --offsets | less",
     "where each token stands, and which are furniture"},
    {"wirecopy clean pages.jsonl --body", "the bodies alone, one article after the other"},
};
constexpr Example kEvalExamples[] = {
    {"wirecopy eval stories.jsonl --gold gold.jsonl.zst",
     "how good the stories are against labels"},
    {"wirecopy eval stories.jsonl --gold gold.jsonl --pairs hard_negatives.tsv",
     "and how many look-alikes were joined"},
};
constexpr Example kPlanExamples[] = {
    {"wirecopy plan", "how likely two copies meet at all, by how much they share"},
    {"wirecopy plan --bands 64 --rows 5", "the same for other options"},
};

constexpr Command kCommands[] = {
    {CommandId::kCluster, "cluster", "INPUT...", 1, kMany,
     "find the stories: who carried it first, who copied or cut it",
     "INPUT is JSONL (one object a line), a folder of .jsonl and .txt files, a .txt file (one "
     "text), "
     "or - for stdin; plain, gzip or zstd, told apart by their first bytes. A record that cannot "
     "be "
     "used is named on stderr and skipped, and so is what a folder holds under such a name that is "
     "no file.",
     kClusterExamples, RunCluster},
    {CommandId::kDedup, "dedup", "INPUT...", 1, kMany, "copy each story once to stdout",
     "Copies the lines of the kept articles, unchanged and in their order. An article is dropped "
     "only for a survivor it "
     "was compared with directly, and only as an exact copy, a reprint or an edited reprint of it; "
     "excerpts, quotes and "
     "roundups are kept. A .txt file is kept as one line with its id and text.",
     kDedupExamples, RunDedup},
    {CommandId::kPairs, "pairs", "INPUT...", 1, kMany, "list the verdicts on pairs as JSONL",
     "One judged pair a line: relation, probability, how much of each side stands in the other.",
     kPairsExamples, RunPairs},
    {CommandId::kReport, "report", "STORIES", 1, 1, "show stories as a page for browsers",
     "STORIES is what `cluster -f jsonl` wrote, and --articles names what it read. The page is "
     "what "
     "`cluster --report` "
     "writes, as far as these tell: which of an outlet's passages are furniture is known from "
     "--background only, which "
     "`cluster --save-background` writes.",
     kReportExamples, RunReport},
    {CommandId::kCompare, "compare", "A B", 1, kMany, "judge two articles and show the evidence",
     "A and B are files of plain text or of one JSON record. With --ids, any number of inputs as "
     "`cluster` takes them, "
     "and the two articles are judged as in a run over all of these.",
     kCompareExamples, RunCompare},
    {CommandId::kClean, "clean", "FILE...", 1, kMany, "show what the engine sees of a text",
     "Damage undone, Traditional folded to Simplified, punctuation out; furniture (menus, bylines, "
     "links, notices) is "
     "marked. FILE is a .txt file (one text), JSONL, a folder, or - for JSONL on stdin.",
     kCleanExamples, RunClean},
    {CommandId::kLearn, "learn", "[INPUT...]", 0, kMany,
     "learn formulas and furniture of a corpus, for other runs",
     "Counts in how many stories (not pages) each passage stands, and which passages the outlets "
     "repeat, and writes it as a "
     "background, without any text, for --background of other commands. INPUT as `cluster` takes "
     "it. Of more than 1,000,000 "
     "distinct texts that many are counted, those of the smallest content hash.",
     kLearnExamples, RunLearn},
    {CommandId::kEval, "eval", "STORIES", 1, 1, "measure stories against labels",
     "STORIES is what `cluster -f jsonl` wrote, or any JSONL with \"members\" or with \"id\" and "
     "\"cluster\" a line. "
     "Articles left out count as alone.",
     kEvalExamples, RunEval},
    {CommandId::kPlan, "plan", "", 0, 0, "show what the options in force can find",
     "Before two articles are compared they must be nominated. This prints the expected share of "
     "pairs that are, by how "
     "much they resemble or contain each other, and how many strangers each article is compared "
     "with.",
     kPlanExamples, RunPlan},
};

}  // namespace

std::span<const Command> CommandTable() { return kCommands; }

const Command* FindCommand(std::string_view name) {
  for (const Command& command : kCommands) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

}  // namespace wirecopy::cli
