// The articles of a run: their records in the order of adding, their cleaned tokens in a blob
// store, and the canonical order (content hash, then id) that all later stages follow.
//
// Threads: Add one caller at a time; the rest is const and safe from many threads.
#ifndef WIRECOPY_DETECT_ARTICLE_TABLE_H_
#define WIRECOPY_DETECT_ARTICLE_TABLE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "wirecopy/model/article.h"
#include "wirecopy/model/blob_store.h"
#include "wirecopy/model/body.h"
#include "wirecopy/model/clean_text.h"
#include "wirecopy/model/result.h"

namespace wirecopy {

// The tokens of an article as they are spooled, with what the rules masked.
struct SpooledText {
  std::vector<Token> tokens;
  std::vector<TokenRange> furniture;
};
std::string EncodeText(const CleanText& clean);
// REQUIRES: `bytes` was written by EncodeText.
SpooledText DecodeText(std::string_view bytes);

// What the table keeps of a text beside its facts; made from the text alone. Threads: pure.
struct KeptText {
  explicit KeptText(const CleanText& clean);

  std::string encoded;  // EncodeText
  uint32_t body_tokens = 0;
  uint64_t content_hash = 0;
};

class ArticleTable {
 public:
  explicit ArticleTable(BlobStore* store) : store_(store) {}

  // An article whose text cannot be put into the store is not added.
  absl::Status Add(const ArticleView& article, const CleanText& clean) {
    return Add(article, clean.facts, KeptText(clean));
  }
  absl::Status Add(const ArticleView& article, const PageFacts& facts, const KeptText& text);
  size_t size() const { return records_.size(); }
  std::vector<ArticleRecord>& mutable_records() { return records_.Mutable(); }
  const std::vector<ArticleRecord>& records() const { return records_; }
  // The same, to be held beside the table.
  const ArticleRecords& shared_records() const { return records_; }

  // What the table takes in memory, the store left out.
  uint64_t held_bytes() const;

  // Sets the canonical order, groups equal bodies. REQUIRES: nothing is added afterwards.
  void Close(uint32_t min_body_tokens);

  // Takes apart the texts that are boilerplate (boilerplate.h): each of their articles is a text of
  // its own from here on, and too short. Cost: loads the bodies that four articles or more
  // have. REQUIRES: closed.
  absl::Status PartBoilerplate();

  // Texts: one for each distinct body, in canonical order; every later stage counts in them.
  size_t text_count() const { return first_of_text_.size(); }
  // The article that stands for a text: its first in canonical order, in the order of adding.
  uint32_t ArticleOf(uint32_t text) const { return order_[first_of_text_[text]]; }
  // All articles with the text, in canonical order.
  std::vector<uint32_t> ArticlesOf(uint32_t text) const;
  // The text of a body with that hash and size, where there is one that copies are grouped by.
  std::optional<uint32_t> FindText(uint64_t content_hash, uint32_t body_tokens) const;
  // The text of an article.
  uint32_t TextOf(uint32_t article) const { return text_of_[article]; }

  // A name for these articles, in that order, from their bodies and ids.
  std::string NameOf(std::span<const uint32_t> articles) const;

  absl::StatusOr<SpooledText> Load(uint32_t article) const;

 private:
  BlobStore* store_;
  ArticleRecords records_;
  std::vector<BlobRef> blobs_;
  std::vector<uint32_t> order_;          // canonical position -> article
  std::vector<uint32_t> first_of_text_;  // text -> canonical position of its first article
  std::vector<uint32_t> text_of_;        // article -> text
  uint32_t min_body_tokens_ = 0;
  uint64_t record_bytes_ = 0;

  // Whether two neighbours in canonical order are copies of one text.
  bool IsCopy(uint32_t position) const;
  // Finds the texts anew, from the canonical order.
  void FindTexts();
  // Whether an equal body is a copy: not where it is too short to mean anything, nor boilerplate.
  bool MeansSomething(const ArticleRecord& record) const {
    if (record.too_short && record.body_tokens >= min_body_tokens_) return false;
    return record.body_tokens > 0 && 2 * record.body_tokens >= min_body_tokens_;
  }
};

// The name by which outlets are told apart; 0: unknown.
uint64_t OutletHash(std::string_view outlet);

}  // namespace wirecopy

#endif  // WIRECOPY_DETECT_ARTICLE_TABLE_H_
