// Tells articles apart that were given the same id: all but one get a suffix, "id#2", in the order
// of their content.
//
//   IdRegistry ids;
//   for (...) ids.Add(article);                       // in the order of reading
//   std::vector<RenamedId> renamed = ids.Resolve([&](uint32_t index) { return IdOf(index); });
//
// The copy whose content hashes lowest keeps the id, so the names do not depend on the order of
// reading (copies equal in every field share their fate: which of them is which makes no
// difference). A suffix that would make another article's id is passed over.
//
// Memory: 32 bytes an article. Cost of Resolve: one sort. Threads: one user at a time.
#ifndef WIRECOPY_CORPUS_ID_REGISTRY_H_
#define WIRECOPY_CORPUS_ID_REGISTRY_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/model/article.h"
#include "wirecopy/model/reading.h"

namespace wirecopy {

// "a#12" -> "a": the id that a registry may have made this one from; else the id itself.
std::string_view StemOfId(std::string_view id);

struct RenamedId {
  uint32_t index = 0;  // of the article, in the order of adding
  std::string id;      // the new one
  std::string old_id;
};

class IdRegistry {
 public:
  // The index of an article is the number of articles added before.
  void Add(const ArticleView& article);

  // The articles to rename, by index. `id_of` gives the id an index was added with; it is called
  // for duplicates only.
  std::vector<RenamedId> Resolve(
      const std::function<std::string_view(uint32_t index)>& id_of) const;

 private:
  struct Claim {
    uint64_t id_hash = 0;
    uint64_t text_hash = 0;
    uint64_t rest_hash = 0;  // of url, outlet, title and date
    uint32_t index = 0;
  };
  std::vector<Claim> claims_;
};

// The warning "duplicate-id" for an article read from that place.
RecordProblem DuplicateIdProblem(const RenamedId& renamed, std::string file, uint64_t line);

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_ID_REGISTRY_H_
