#include "wirecopy/corpus/find_articles.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "absl/strings/str_format.h"
#include "wirecopy/base/status_macros.h"
#include "wirecopy/corpus/excerpt.h"
#include "wirecopy/corpus/id_registry.h"

namespace wirecopy {
namespace {

// Whether an article of this id takes part in the naming of the wanted one.
bool IsRelated(std::string_view id, std::string_view wanted) {
  return id == wanted || id == StemOfId(wanted) || StemOfId(id) == wanted ||
         StemOfId(id) == StemOfId(wanted);
}

}  // namespace

absl::StatusOr<std::vector<Article>> FindArticles(ReaderOptions options,
                                                  std::span<const std::string> ids) {
  WIRECOPY_ASSIGN_OR_RETURN(auto reader, ArticleReader::Create(std::move(options)));
  std::vector<Article> related;
  IdRegistry registry;
  std::vector<ReadArticle> batch;
  for (;;) {
    WIRECOPY_ASSIGN_OR_RETURN(const bool more, reader->Next(&batch));
    if (!more) break;
    for (ReadArticle& read : batch) {
      const auto is_related = [&](const std::string& id) { return IsRelated(read.article.id, id); };
      if (std::none_of(ids.begin(), ids.end(), is_related)) continue;
      registry.Add(read.article.View());
      related.push_back(std::move(read.article));
    }
  }
  for (RenamedId& renamed :
       registry.Resolve([&](uint32_t index) { return std::string_view(related[index].id); })) {
    related[renamed.index].id = std::move(renamed.id);
  }
  std::vector<Article> found;
  for (const std::string& id : ids) {
    const auto article = std::find_if(related.begin(), related.end(),
                                      [&](const Article& candidate) { return candidate.id == id; });
    if (article == related.end()) {
      return absl::NotFoundError(absl::StrFormat("no article has the id %s", Excerpt(id, 200)));
    }
    found.push_back(*article);
  }
  return found;
}

}  // namespace wirecopy
