#include "cli/commands/shown_texts.h"

#include <utility>

#include "wirecopy/base/parallel.h"
#include "wirecopy/base/status_macros.h"

namespace wirecopy::cli {

void ShownTexts::Want(uint32_t article) {
  if (!run_.texts[article]) return;
  const auto next = static_cast<uint32_t>(articles_.size());
  if (index_of_.emplace(article, next).second) articles_.push_back(article);
}

absl::Status ShownTexts::Load(std::span<const ShownArticle> articles,
                              std::span<const uint32_t> more) {
  index_of_.clear();
  articles_.clear();
  for (const ShownArticle& shown : articles) {
    Want(shown.article);
    if (shown.beside) Want(*shown.beside);
  }
  for (const uint32_t article : more) Want(article);
  originals_.assign(articles_.size(), "");
  std::vector<ShownText> shown_texts;
  for (size_t i = 0; i < articles_.size(); ++i) {
    WIRECOPY_RETURN_IF_ERROR(run_.store->Get(*run_.texts[articles_[i]], &originals_[i]));
    shown_texts.push_back({originals_[i], run_.result->articles[articles_[i]].outlet});
  }
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
  pair_of_.assign(articles.size(), std::nullopt);
  for (size_t i = 0; i < articles.size(); ++i) {
    const auto a = index_of_.find(articles[i].article);
    if (!articles[i].beside || a == index_of_.end()) continue;
    const auto b = index_of_.find(*articles[i].beside);
    if (b == index_of_.end()) continue;
    pair_of_[i] = static_cast<uint32_t>(pairs.size());
    pairs.emplace_back(a->second, b->second);
  }
  evidence_ = EvidenceOfTexts({shown_texts, pairs}, *run_.background, threads_);
  texts_.assign(articles_.size(), std::nullopt);
  ParallelFor(articles_.size(), threads_, 4, [&](size_t begin, size_t end, unsigned) {
    for (size_t i = begin; i < end; ++i) texts_[i].emplace(originals_[i]);
  });
  return absl::OkStatus();
}

const Utf16Text* ShownTexts::Text(uint32_t article) const {
  const auto found = index_of_.find(article);
  return found == index_of_.end() ? nullptr : &*texts_[found->second];
}

const TextEvidence& ShownTexts::Evidence(uint32_t article) const {
  return evidence_.texts[index_of_.at(article)];
}

const AlignmentPlaces* ShownTexts::Alignment(size_t index) const {
  return pair_of_[index] ? &evidence_.pairs[*pair_of_[index]].places : nullptr;
}

}  // namespace wirecopy::cli
