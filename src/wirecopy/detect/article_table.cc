#include "wirecopy/detect/article_table.h"

#include <algorithm>
#include <cstring>
#include <numeric>

#include "absl/strings/str_format.h"
#include "wirecopy/base/hash.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/detect/boilerplate.h"
#include "wirecopy/detect/held_memory.h"

namespace wirecopy {
namespace {

template <typename T>
void AppendAll(std::string& out, const std::vector<T>& values) {
  out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

template <typename T>
std::vector<T> TakeAll(std::string_view& bytes, uint32_t count) {
  std::vector<T> values(count);
  if (count > 0) std::memcpy(values.data(), bytes.data(), count * sizeof(T));
  bytes.remove_prefix(count * sizeof(T));
  return values;
}

}  // namespace

std::string EncodeText(const CleanText& clean) {
  const std::vector<uint32_t> sizes = {static_cast<uint32_t>(clean.tokens.size()),
                                       static_cast<uint32_t>(clean.furniture.size())};
  std::string out;
  out.reserve(2 * sizeof(uint32_t) + clean.tokens.size() * sizeof(Token) +
              clean.furniture.size() * sizeof(TokenRange));
  AppendAll(out, sizes);
  AppendAll(out, clean.tokens);
  AppendAll(out, clean.furniture);
  return out;
}

SpooledText DecodeText(std::string_view bytes) {
  const std::vector<uint32_t> sizes = TakeAll<uint32_t>(bytes, 2);
  SpooledText text;
  text.tokens = TakeAll<Token>(bytes, sizes[0]);
  text.furniture = TakeAll<TokenRange>(bytes, sizes[1]);
  return text;
}

KeptText::KeptText(const CleanText& clean)
    : encoded(EncodeText(clean)),
      body_tokens(clean.BodySize()),
      content_hash(ContentHash(MakeBody(clean.tokens, clean.furniture))) {}

absl::Status ArticleTable::Add(const ArticleView& article, const PageFacts& facts,
                               const KeptText& text) {
  WIRECOPY_ASSIGN_OR_RETURN(const BlobRef blob, store_->Put(text.encoded));
  ArticleRecord record;
  record.id = article.id;
  record.url = article.url;
  record.outlet = article.outlet;
  record.title = article.title;
  record.published = article.published;
  record.published_at = article.published_at ? article.published_at : facts.published;
  record.facts = facts;
  record.body_tokens = text.body_tokens;
  record.content_hash = text.content_hash;
  record_bytes_ += HeldBytes(record);
  records_.Mutable().push_back(std::move(record));
  blobs_.push_back(blob);
  return absl::OkStatus();
}

uint64_t ArticleTable::held_bytes() const {
  return record_bytes_ + blobs_.size() * sizeof(BlobRef) +
         (order_.size() + first_of_text_.size() + text_of_.size()) * sizeof(uint32_t);
}

void ArticleTable::Close(uint32_t min_body_tokens) {
  min_body_tokens_ = min_body_tokens;
  order_.resize(records_.size());
  std::iota(order_.begin(), order_.end(), 0);
  std::sort(order_.begin(), order_.end(), [&](uint32_t x, uint32_t y) {
    const ArticleRecord& a = records_[x];
    const ArticleRecord& b = records_[y];
    if (a.content_hash != b.content_hash) return a.content_hash < b.content_hash;
    const int by_id = a.id.compare(b.id);
    return by_id != 0 ? by_id < 0 : x < y;
  });
  for (ArticleRecord& record : records_.Mutable())
    record.too_short = record.body_tokens < min_body_tokens;
  FindTexts();
}

bool ArticleTable::IsCopy(uint32_t position) const {
  if (position == 0) return false;
  const ArticleRecord& record = records_[order_[position]];
  const ArticleRecord& before = records_[order_[position - 1]];
  return MeansSomething(record) && before.content_hash == record.content_hash &&
         before.body_tokens == record.body_tokens;
}

void ArticleTable::FindTexts() {
  text_of_.resize(records_.size());
  first_of_text_.clear();
  for (uint32_t position = 0; position < order_.size(); ++position) {
    if (!IsCopy(position)) first_of_text_.push_back(position);
    text_of_[order_[position]] = static_cast<uint32_t>(first_of_text_.size() - 1);
  }
}

absl::Status ArticleTable::PartBoilerplate() {
  bool found = false;
  for (uint32_t text = 0; text < text_count(); ++text) {
    const std::vector<uint32_t> articles = ArticlesOf(text);
    if (articles.size() < kMinBoilerplateTitles) continue;
    std::vector<std::string> titles;
    for (uint32_t article : articles) titles.push_back(records_[article].title);
    WIRECOPY_ASSIGN_OR_RETURN(const SpooledText loaded, Load(articles.front()));
    if (!IsBoilerplate(MakeBody(loaded.tokens, loaded.furniture), titles)) continue;
    for (uint32_t article : articles) records_.Mutable()[article].too_short = true;
    found = true;
  }
  if (found) FindTexts();
  return absl::OkStatus();
}

std::vector<uint32_t> ArticleTable::ArticlesOf(uint32_t text) const {
  const size_t end = text + 1 < first_of_text_.size() ? first_of_text_[text + 1] : order_.size();
  return {order_.begin() + first_of_text_[text], order_.begin() + static_cast<ptrdiff_t>(end)};
}

std::optional<uint32_t> ArticleTable::FindText(uint64_t content_hash, uint32_t body_tokens) const {
  const auto hash_of = [this](uint32_t position) {
    return records_[order_[position]].content_hash;
  };
  auto at = std::ranges::lower_bound(first_of_text_, content_hash, {}, hash_of);
  for (; at != first_of_text_.end() && hash_of(*at) == content_hash; ++at) {
    const ArticleRecord& record = records_[order_[*at]];
    if (record.body_tokens == body_tokens && MeansSomething(record))
      return static_cast<uint32_t>(at - first_of_text_.begin());
  }
  return std::nullopt;
}

std::string ArticleTable::NameOf(std::span<const uint32_t> articles) const {
  uint64_t hash = 0;
  for (uint32_t article : articles)
    hash = MixHash(hash ^ records_[article].content_hash) + HashBytes(records_[article].id);
  return absl::StrFormat("%016x", MixHash(hash));
}

absl::StatusOr<SpooledText> ArticleTable::Load(uint32_t article) const {
  std::string bytes;
  WIRECOPY_RETURN_IF_ERROR(store_->Get(blobs_[article], &bytes));
  return DecodeText(bytes);
}

uint64_t OutletHash(std::string_view outlet) {
  return outlet.empty() ? 0 : HashBytes(outlet, 1) | 1;
}

}  // namespace wirecopy
