// The fields every JSON line about an article begins with.
#ifndef WIRECOPY_REPORT_ARTICLE_FIELDS_H_
#define WIRECOPY_REPORT_ARTICLE_FIELDS_H_

#include "wirecopy/model/result.h"
#include "wirecopy/report/json_line.h"

namespace wirecopy {

// id, outlet, published, published_interval, url and title, into the object that is open.
inline void PutArticleFields(const ArticleRecord& article, JsonLine* json) {
  json->Text("id", article.id);
  json->TextOrNull("outlet", article.outlet);
  json->TextOrNull("published", article.published);
  json->Interval("published_interval", article.published_at);
  json->TextOrNull("url", article.url);
  json->TextOrNull("title", article.title);
}

}  // namespace wirecopy

#endif  // WIRECOPY_REPORT_ARTICLE_FIELDS_H_
