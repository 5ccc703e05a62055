// Finds equal keys among many that are mostly different: the buckets of a band, or of a range of
// sample hashes.
//
//   KeyGrouper grouper;
//   grouper.Group(entries, buckets);   // appends the buckets of two and more
//
// A bitmap drops keys that occur once; only what is left is sorted.
// Cost: linear; 6 to 11 ns a key. Memory: 2 bytes a key of bitmap and 32 bytes a key that is left.
// Threads: one grouper a thread; it keeps scratch memory.
#ifndef WIRECOPY_MATCH_EQUAL_KEYS_H_
#define WIRECOPY_MATCH_EQUAL_KEYS_H_

#include <cstdint>
#include <span>
#include <vector>

namespace wirecopy {

struct KeyedArticle {
  uint64_t key = 0;  // a hash: its low bits are uniform
  uint32_t article = 0;
};

// Articles with one key, many times. Bucket i follows bucket i - 1 in `articles`, which rise within
// a bucket.
struct Buckets {
  std::vector<uint32_t> articles;
  std::vector<uint32_t> sizes;  // each >= 2

  // Calls function(bucket) for each, in their order; the bucket is a span of articles.
  template <typename Function>
  void ForEach(Function function) const {
    size_t begin = 0;
    for (uint32_t size : sizes) {
      function(std::span<const uint32_t>(articles).subspan(begin, size));
      begin += size;
    }
  }
};

class KeyGrouper {
 public:
  // Appends the buckets of two and more articles to `buckets`, in an order that depends on the
  // entries alone. Reorders and shrinks `entries`. REQUIRES: the articles of `entries` do not fall;
  // no entry is there twice.
  void Group(std::vector<KeyedArticle>& entries, Buckets& buckets);

 private:
  void DropSingles(std::vector<KeyedArticle>& entries);

  std::vector<uint64_t> seen_;
  std::vector<KeyedArticle> scratch_;
};

}  // namespace wirecopy

#endif  // WIRECOPY_MATCH_EQUAL_KEYS_H_
