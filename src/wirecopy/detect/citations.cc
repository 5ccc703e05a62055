#include "wirecopy/detect/citations.h"

#include <map>
#include <unordered_map>

#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

std::string FoldedName(const std::string& name) {
  std::string folded = RenderClean(name);
  std::erase_if(folded, [](char c) { return c == ' ' || c == '\n'; });
  return folded;
}

// A page that names itself: 本报, 本网, 本站.
bool NamesItself(const std::string& source, const std::string& outlet) {
  return source.starts_with("本") || NamesOutlet(source, outlet) || NamesOutlet(outlet, source);
}

Citation CitationOf(const ArticleRecord& record) {
  Citation citation;
  citation.outlet = FoldedName(record.outlet);
  citation.source =
      FoldedName(record.facts.source.empty() ? record.facts.dateline : record.facts.source);
  citation.cites = !citation.source.empty() && !NamesItself(citation.source, citation.outlet);
  return citation;
}

}  // namespace

bool NamesOutlet(const std::string& source, const std::string& outlet) {
  return !source.empty() && !outlet.empty() && source.find(outlet) != std::string::npos;
}

std::vector<Citation> CitationsOf(const ArticleTable& table, std::span<const uint32_t> articles) {
  std::vector<Citation> citations;
  std::map<std::string, uint32_t> named;
  for (uint32_t article : articles) {
    citations.push_back(CitationOf(table.records()[article]));
    if (citations.back().cites) ++named[citations.back().source];
  }
  std::unordered_map<std::string, uint32_t> of_outlet;  // looked up only, never iterated
  for (Citation& citation : citations) {
    const auto [known, is_new] = of_outlet.try_emplace(citation.outlet, 0);
    for (auto it = named.begin(); is_new && it != named.end(); ++it) {
      if (NamesOutlet(it->first, citation.outlet)) known->second += it->second;
    }
    citation.cited = known->second;
  }
  return citations;
}

}  // namespace wirecopy
