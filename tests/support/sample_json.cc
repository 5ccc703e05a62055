#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "sample.h"

namespace wirecopy {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void String(Writer& writer, const std::string& text) {
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void Member(Writer& writer, const char* key, const std::string& value) {
  writer.Key(key);
  String(writer, value);
}

void Member(Writer& writer, const char* key, const std::vector<std::string>& values) {
  writer.Key(key);
  writer.StartArray();
  for (const std::string& value : values) String(writer, value);
  writer.EndArray();
}

void Spans(Writer& writer, const SampleArticle& article) {
  writer.Key("spans");
  writer.StartArray();
  for (const SampleSpan& span : article.spans) {
    writer.StartArray();
    writer.Uint64(span.begin);
    writer.Uint64(span.end);
    if (!span.story.empty()) String(writer, span.story);
    writer.EndArray();
  }
  writer.EndArray();
}

}  // namespace

std::string ArticleLine(const SampleArticle& article) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartObject();
  Member(writer, "id", article.id);
  Member(writer, "url", article.url);
  Member(writer, "outlet", article.outlet);
  Member(writer, "title", article.title);
  Member(writer, "text", article.text);
  if (!article.published.empty()) Member(writer, "published", article.published);
  writer.EndObject();
  return buffer.GetString();
}

std::string GoldLine(const SampleArticle& article) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartObject();
  Member(writer, "id", article.id);
  Member(writer, "story", article.story);
  Member(writer, "relation", article.relation);
  Member(writer, "damage", article.damages);
  Member(writer, "corpus", std::string("sample"));
  writer.Key("source_id");
  article.source_id.empty() ? writer.Null() : writer.String(article.source_id.c_str());
  Spans(writer, article);
  if (!article.contains.empty()) Member(writer, "contains", article.contains);
  writer.EndObject();
  return buffer.GetString();
}

}  // namespace wirecopy
