// Single articles by their ids, by reading through the inputs again: for `compare FILES --ids A B`.
//
//   WIRECOPY_ASSIGN_OR_RETURN(auto articles, FindArticles(options, {"a", "b#2"}));
//
// Ids are those a run shows: where an id stands more than once in the inputs, the articles are
// "id", "id#2", … as IdRegistry names them. Cost: one pass over all inputs. Memory: the articles
// that carry one of the ids.
#ifndef WIRECOPY_CORPUS_FIND_ARTICLES_H_
#define WIRECOPY_CORPUS_FIND_ARTICLES_H_

#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "wirecopy/corpus/article_reader.h"
#include "wirecopy/model/article.h"

namespace wirecopy {

// The articles in the order of `ids`. NotFound, naming the id, where one is not there.
absl::StatusOr<std::vector<Article>> FindArticles(ReaderOptions options,
                                                  std::span<const std::string> ids);

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_FIND_ARTICLES_H_
