#include "wirecopy/corpus/id_registry.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"
#include "wirecopy/base/hash.h"
#include "wirecopy/corpus/excerpt.h"

namespace wirecopy {

std::string_view StemOfId(std::string_view id) {
  const size_t hash = id.rfind('#');
  if (hash == std::string_view::npos || hash + 1 == id.size()) return id;
  const std::string_view digits = id.substr(hash + 1);
  const bool is_number =
      std::all_of(digits.begin(), digits.end(), [](char c) { return absl::ascii_isdigit(c); });
  return is_number ? id.substr(0, hash) : id;
}

void IdRegistry::Add(const ArticleView& article) {
  uint64_t rest_hash = 0;
  for (const std::string_view field :
       {article.url, article.outlet, article.title, article.published}) {
    rest_hash = MixHash(rest_hash ^ HashBytes(field));
  }
  claims_.push_back({HashBytes(article.id), HashBytes(article.text), rest_hash,
                     static_cast<uint32_t>(claims_.size())});
}

std::vector<RenamedId> IdRegistry::Resolve(
    const std::function<std::string_view(uint32_t index)>& id_of) const {
  std::vector<Claim> claims = claims_;
  std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
    return std::tie(a.id_hash, a.text_hash, a.rest_hash, a.index) <
           std::tie(b.id_hash, b.text_hash, b.rest_hash, b.index);
  });
  // Two ids of one hash (once in 2^64 pairs) are told apart by a suffix too, which does no harm.
  absl::flat_hash_set<uint64_t> taken;
  const auto is_taken = [&](uint64_t hash) {
    const auto found =
        std::lower_bound(claims.begin(), claims.end(), hash,
                         [](const Claim& claim, uint64_t value) { return claim.id_hash < value; });
    return (found != claims.end() && found->id_hash == hash) || taken.contains(hash);
  };
  std::vector<RenamedId> renamed;
  uint64_t suffix = 2;
  for (size_t i = 1; i < claims.size(); ++i) {
    if (claims[i].id_hash != claims[i - 1].id_hash) {
      suffix = 2;
      continue;
    }
    RenamedId entry;
    entry.index = claims[i].index;
    entry.old_id = id_of(entry.index);
    do {
      entry.id = absl::StrFormat("%s#%u", entry.old_id, suffix++);
    } while (is_taken(HashBytes(entry.id)));
    taken.insert(HashBytes(entry.id));
    renamed.push_back(std::move(entry));
  }
  std::sort(renamed.begin(), renamed.end(),
            [](const RenamedId& a, const RenamedId& b) { return a.index < b.index; });
  return renamed;
}

RecordProblem DuplicateIdProblem(const RenamedId& renamed, std::string file, uint64_t line) {
  RecordProblem problem;
  problem.file = std::move(file);
  problem.line = line;
  problem.reason = "duplicate-id";
  problem.message = absl::StrFormat("another article has the id %s too; this one is read as %s",
                                    Excerpt(renamed.old_id, 200), Excerpt(renamed.id, 200));
  problem.skipped = false;
  return problem;
}

}  // namespace wirecopy
