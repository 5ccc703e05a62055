#include "sample.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <set>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "code_points.h"
#include "passage_damage.h"

namespace wirecopy {
namespace {

// A roundup tells this share of each of its items.
constexpr double kItemShare = .65;
constexpr int kRelatedHeadlines = 3;
constexpr std::string_view kSpamLine =
    "博天下娱乐官网入口,极速彩票开奖结果查询,老虎机在线试玩,棋牌游戏app下载安装,快三计划软件免费版";
constexpr std::array kEditors = {"钟晚晴", "石见初", "柳如眉", "何以安", "许知秋", "白露生"};
constexpr std::array kEnglishEditors = {"Nora Finch", "Silas Boone", "Imogen Vale"};

struct Materials {
  std::map<std::string, BaseText> texts;
  std::map<std::string, Outlet> outlets;
  std::vector<std::string> chinese_filler;
  std::vector<std::string> english_filler;
};

// A piece of a page: furniture, the body or an item of a roundup.
struct Piece {
  std::string text;
  bool is_body = false;
  std::string story;
};

uint64_t SeedOf(std::string_view id) {  // FNV-1a
  uint64_t hash = 0xcbf29ce484222325ULL;
  for (char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

bool IsChinese(std::string_view text) {
  const std::u32string code_points = ToCodePoints(text);
  return std::ranges::any_of(code_points, IsHan);
}

bool IsKnown(std::string_view name) {
  return std::ranges::any_of(AllDamages(),
                             [name](const Damage& damage) { return damage.name == name; });
}

bool KeepsToBody(std::string_view name) {
  return name == "flat" || name == "nbsp" || name == "ideographic";
}

bool ReachesTitle(std::string_view name) {
  return name == "traditional" || name == "ascii" || name == "fullwidth" || name == "gbk" ||
         name.starts_with("pinyin");
}

absl::StatusOr<std::string> Published(const RecipeRow& row, bool chinese) {
  const std::string& time = row.time;  // YYYY-MM-DD hh:mm
  const std::string day = time.substr(0, 10);
  if (row.published == "none") return std::string();
  if (row.published == "day") return day;
  if (row.published == "plain") return time + ":00";
  if (row.published == "zone")
    return day + "T" + time.substr(11) + (chinese ? ":00+08:00" : ":00+01:00");
  const int hour = std::atoi(time.substr(11, 2).c_str()) - 8;
  if (row.published != "utc" || hour < 0) {
    return absl::DataLossError(
        absl::StrCat(row.id, ": published \"", row.published, "\" at ", time));
  }
  return absl::StrCat(day, "T", absl::Dec(hour, absl::kZeroPad2), ":", time.substr(14), ":00Z");
}

absl::StatusOr<Materials> ReadMaterials(const std::string& folder) {
  Materials materials;
  auto texts = ReadBaseTexts(folder + "/articles.txt");
  if (!texts.ok()) return texts.status();
  for (BaseText& text : *texts) materials.texts[text.key] = std::move(text);
  for (Outlet& outlet : ReadOutlets(folder + "/outlets.txt"))
    materials.outlets[outlet.key] = std::move(outlet);
  for (const std::string& line :
       std::vector<std::string>(absl::StrSplit(materials.texts["filler"].body, '\n'))) {
    IsChinese(line) ? materials.chinese_filler.push_back(line)
                    : materials.english_filler.push_back(line + " ");
  }
  return materials;
}

absl::Status Check(const RecipeRow& row, const Materials& materials) {
  if (!materials.outlets.contains(row.outlet))
    return absl::DataLossError(row.id + ": no outlet " + row.outlet);
  for (const std::string& base : row.bases) {
    if (!materials.texts.contains(base)) return absl::DataLossError(row.id + ": no text " + base);
  }
  for (const auto& [from, to] : row.edits) {
    if (!absl::StrContains(materials.texts.at(row.bases[0]).body, from)) {
      return absl::DataLossError(row.id + ": nothing to edit: " + from);
    }
  }
  return absl::OkStatus();
}

// The headlines of other stories of the same language, for the page's list of related links.
std::vector<std::string> Related(const RecipeRow& row, bool chinese, const Materials& materials,
                                 SeededRandom& random) {
  std::vector<std::string> titles;
  for (const auto& [key, text] : materials.texts) {
    const bool own = std::ranges::find(row.bases, key) != row.bases.end();
    if (!own && key != "filler" && IsChinese(text.title) == chinese) titles.push_back(text.title);
  }
  random.Shuffle(titles);
  titles.resize(std::min<size_t>(titles.size(), kRelatedHeadlines));
  return titles;
}

// The body's pieces before they meet the page: one, or headline and beginning of each item of a
// roundup.
std::vector<Piece> BodyPieces(const RecipeRow& row, const Materials& materials,
                              DamageContext& context) {
  if (row.bases.size() == 1) {
    std::string body = materials.texts.at(row.bases[0]).body;
    for (const auto& [from, to] : row.edits) body = absl::StrReplaceAll(body, {{from, to}});
    for (const Damage& damage : row.damages) {
      if (ChangesContent(damage.name)) body = ApplyDamage(damage, body, context);
    }
    return {{body, true, {}}};
  }
  std::vector<Piece> pieces;
  for (const std::string& base : row.bases) {
    const BaseText& text = materials.texts.at(base);
    pieces.push_back({absl::StrCat(pieces.empty() ? "" : "\n", "■ ", text.title, "\n"), false, {}});
    pieces.push_back({CutTo(text.body, kItemShare), true, base});
  }
  return pieces;
}

PageFields FieldsOf(const RecipeRow& row, const std::string& title, bool chinese,
                    SeededRandom& random) {
  PageFields fields;
  fields.title = title;
  fields.time = row.time;
  fields.source = row.page_source;
  fields.author = row.author;
  fields.editor =
      chinese ? kEditors[random.Below(kEditors.size())] : kEnglishEditors[random.Below(3)];
  fields.number = static_cast<int>(100000 + random.Below(900000));
  return fields;
}

void ApplyToPage(const RecipeRow& row, std::vector<Piece>& pieces, std::string& title,
                 DamageContext& context) {
  for (const Damage& damage : row.damages) {
    if (damage.name == "spam") pieces.back().text += absl::StrCat("\n", std::string(kSpamLine));
    if (!IsKnown(damage.name) || ChangesContent(damage.name)) continue;
    for (Piece& piece : pieces) {
      if (piece.is_body || !KeepsToBody(damage.name))
        piece.text = ApplyDamage(damage, piece.text, context);
    }
    if (ReachesTitle(damage.name)) title = ApplyDamage(damage, title, context);
  }
}

void JoinPieces(const std::vector<Piece>& pieces, SampleArticle& article) {
  size_t place = 0;
  for (const Piece& piece : pieces) {
    const size_t length = ToCodePoints(piece.text).size();
    if (piece.is_body) article.spans.push_back({place, place + length, piece.story});
    article.text += piece.text;
    place += length;
  }
}

absl::StatusOr<SampleArticle> MakeArticle(const RecipeRow& row, const Materials& materials) {
  if (absl::Status status = Check(row, materials); !status.ok()) return status;
  const Outlet& outlet = materials.outlets.at(row.outlet);
  const bool chinese = IsChinese(materials.texts.at(row.bases[0]).body);
  DamageContext context{SeededRandom(SeedOf(row.id)),
                        chinese ? materials.chinese_filler : materials.english_filler};
  std::string title = row.title == "=" ? materials.texts.at(row.bases[0]).title : row.title;
  PageFields fields = FieldsOf(row, title, chinese, context.random);
  fields.related = Related(row, chinese, materials, context.random);
  const Page page = RenderPage(outlet, fields);
  std::vector<Piece> pieces = BodyPieces(row, materials, context);
  pieces.insert(pieces.begin(), {page.before, false, {}});
  pieces.push_back({page.after, false, {}});
  ApplyToPage(row, pieces, title, context);

  SampleArticle article;
  article.id = row.id;
  article.url = RenderUrl(outlet, fields);
  article.outlet = outlet.name;
  article.title = title;
  auto published = Published(row, chinese);
  if (!published.ok()) return published.status();
  article.published = *published;
  article.story = row.story;
  article.relation = row.relation;
  article.source_id = row.source_id;
  for (const Damage& damage : row.damages) article.damages.push_back(damage.name);
  if (row.bases.size() > 1) article.contains = row.bases;
  JoinPieces(pieces, article);
  return article;
}

}  // namespace

absl::StatusOr<std::vector<SampleArticle>> BuildSample(const std::string& folder) {
  auto materials = ReadMaterials(folder);
  if (!materials.ok()) return materials.status();
  auto rows = ReadRecipe(folder + "/recipe.tsv");
  if (!rows.ok()) return rows.status();
  std::vector<SampleArticle> articles;
  std::set<std::string> ids;
  for (const RecipeRow& row : *rows) {
    if (!ids.insert(row.id).second) return absl::DataLossError(row.id + ": twice in the recipe");
    auto article = MakeArticle(row, *materials);
    if (!article.ok()) return article.status();
    articles.push_back(*std::move(article));
  }
  std::ranges::sort(articles, {}, [](const SampleArticle& a) { return SeedOf(a.id); });
  return articles;
}

}  // namespace wirecopy
