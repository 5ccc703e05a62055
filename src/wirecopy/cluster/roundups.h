// Finds roundups: pages that hold parts of several stories side by side. They cause most wrong
// joins, so they are taken out before grouping.
//
//   std::vector<Roundup> roundups = FindRoundups(graph, {});
//
// A page is a roundup where disjoint stretches of it hold most of other articles that have nothing
// to do with each other, or long stretches of them nearly word for word; two that a third article
// holds are one. Three are enough, unless most of them bear the page's own title: then it was cut
// into them. With two, one of them must go on beyond what the page holds of it, or both must bear
// other titles than the page, or both must have whole copies, because an original and excerpts from
// different parts of it look alike otherwise. A page that has a nearly whole copy which is no
// roundup itself is a story with text inserted. Where just one item is known, mostly held, with
// whole copies elsewhere, another title and less than half of the page, the page joins no story
// either; whether it is a roundup or quotes the item is not known. Without the title it may be the
// full text of what others carry in the same short version. Cost: linear in the edges of a page; at
// most kMaxItems² pairs of items are judged. Threads: one caller at a time.
#ifndef WIRECOPY_CLUSTER_ROUNDUPS_H_
#define WIRECOPY_CLUSTER_ROUNDUPS_H_

#include <cstdint>
#include <functional>
#include <vector>

#include "wirecopy/cluster/evidence_graph.h"

namespace wirecopy {

struct RoundupOptions {
  double min_item_bits = 60;        // information of a stretch that counts as an item
  double min_item_density = 0.6;    // equal tokens of the stretch
  double min_item_coverage = 0.5;   // of the item's article that the page holds; or else:
  double min_long_item_bits = 250;  // a long stretch out of an article, nearly word for word
  double min_long_item_density = 0.8;
  double min_long_item_share = 0.08;    // of the page
  double max_item_share = 0.55;         // of the page that one item may fill
  double max_item_relation = 0.3;       // probability up to which two items' articles are unrelated
  double min_own_share = 0.2;           // of an article that goes on beyond the page
  double max_title_overlap = 0.3;       // up to which two titles are different
  double min_part_title_overlap = 0.7;  // from which two titles are one
  double min_copied_share = 0.6;        // of the page that a copy of it holds
  double min_whole = 0.8;               // of two texts that the other holds: whole copies
  double max_lone_item_share = 0.45;    // of the page that the only known item may fill
  double min_cut = 0.5;  // probability that two items are of a third article's story, hence one
  // Shared tokens of two articles' titles as a share of the shorter title's; negative where one has
  // none. May be empty.
  std::function<double(uint32_t, uint32_t)> title_overlap;
};

struct Roundup {
  uint32_t page = 0;
  // One article for each stretch, by place in the page. Just one: a page that holds it whole amid
  // other text.
  std::vector<uint32_t> items;
};

std::vector<Roundup> FindRoundups(EvidenceGraph& graph, const RoundupOptions& options);

}  // namespace wirecopy

#endif  // WIRECOPY_CLUSTER_ROUNDUPS_H_
