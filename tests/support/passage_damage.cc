#include "passage_damage.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "code_points.h"

namespace wirecopy {
namespace {

bool IsClosing(char32_t c) {
  return std::u32string_view(U"”’」』）)\"").find(c) != std::u32string_view::npos;
}
bool IsFullStop(char32_t c) {
  return std::u32string_view(U"。！？；").find(c) != std::u32string_view::npos;
}
bool IsLatinStop(char32_t c) { return c == U'.' || c == U'!' || c == U'?'; }

// Whether a sentence ends with the stop at text[i]; `*end` is then behind its closing marks and
// spaces.
bool EndsAt(const std::u32string& text, size_t i, size_t* end) {
  size_t next = i + 1;
  while (next < text.size() && IsClosing(text[next])) ++next;
  const size_t spaces = next;
  while (next < text.size() && text[next] == U' ') ++next;
  *end = next;
  if (IsFullStop(text[i])) return true;
  return IsLatinStop(text[i]) && next > spaces && next < text.size() &&
         !(text[next] >= U'a' && text[next] <= U'z');
}

std::vector<std::string> SplitParagraph(const std::u32string& text) {
  std::vector<std::string> sentences;
  size_t begin = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    size_t end = 0;
    if (!EndsAt(text, i, &end)) continue;
    sentences.push_back(ToUtf8(text.substr(begin, end - begin)));
    begin = end;
    i = end - 1;
  }
  if (begin < text.size()) sentences.push_back(ToUtf8(text.substr(begin)));
  return sentences;
}

struct Place {
  size_t paragraph = 0;
  size_t sentence = 0;
};

std::vector<Place> PlacesOf(const std::vector<std::vector<std::string>>& paragraphs) {
  std::vector<Place> places;
  for (size_t p = 0; p < paragraphs.size(); ++p) {
    for (size_t s = 0; s < paragraphs[p].size(); ++s) places.push_back({p, s});
  }
  return places;
}

// The sentences at those places, paragraphs kept where they still have one.
std::string Keep(const std::vector<std::vector<std::string>>& paragraphs, std::vector<Place> kept) {
  std::ranges::sort(kept, {},
                    [](const Place& place) { return std::pair(place.paragraph, place.sentence); });
  std::vector<std::vector<std::string>> out;
  for (size_t i = 0; i < kept.size(); ++i) {
    if (i == 0 || kept[i].paragraph != kept[i - 1].paragraph) out.emplace_back();
    out.back().push_back(paragraphs[kept[i].paragraph][kept[i].sentence]);
  }
  return JoinSentences(out);
}

// Places from `first` on until their text holds that many bytes.
std::vector<Place> TakeBytes(const std::vector<std::vector<std::string>>& paragraphs,
                             const std::vector<Place>& places, size_t first, double bytes) {
  std::vector<Place> taken;
  double size = 0;
  for (size_t i = first; i < places.size() && size < bytes; ++i) {
    taken.push_back(places[i]);
    size += static_cast<double>(paragraphs[places[i].paragraph][places[i].sentence].size());
  }
  return taken;
}

}  // namespace

std::vector<std::vector<std::string>> SplitSentences(std::string_view text) {
  std::vector<std::vector<std::string>> paragraphs;
  std::u32string line;
  for (char32_t c : ToCodePoints(text) + U"\n") {
    if (c != U'\n') {
      line += c;
      continue;
    }
    paragraphs.push_back(SplitParagraph(line));
    line.clear();
  }
  return paragraphs;
}

std::string JoinSentences(const std::vector<std::vector<std::string>>& paragraphs) {
  std::string out;
  for (size_t p = 0; p < paragraphs.size(); ++p) {
    if (p > 0) out += '\n';
    for (const std::string& sentence : paragraphs[p]) out += sentence;
  }
  return out;
}

std::string CutTo(std::string_view text, double share) {
  const auto paragraphs = SplitSentences(text);
  return Keep(paragraphs, TakeBytes(paragraphs, PlacesOf(paragraphs), 0,
                                    share * static_cast<double>(text.size())));
}

std::string DropSentences(std::string_view text, double share, SeededRandom& random) {
  const auto paragraphs = SplitSentences(text);
  std::vector<Place> places = PlacesOf(paragraphs);
  random.Shuffle(places);
  const double lost = std::round(share * static_cast<double>(places.size()));
  const size_t kept = std::max<size_t>(1, places.size() - static_cast<size_t>(lost));
  places.resize(std::min(places.size(), kept));
  return Keep(paragraphs, std::move(places));
}

std::string InsertSentences(std::string_view text, const std::vector<std::string>& foreign,
                            double share, SeededRandom& random) {
  assert(!foreign.empty());
  auto paragraphs = SplitSentences(text);
  const double wanted = share * static_cast<double>(text.size());
  double size = 0;
  for (size_t i = 0; i < foreign.size() && size < wanted; ++i) {
    auto& paragraph = paragraphs[random.Below(paragraphs.size())];
    const auto at = static_cast<std::ptrdiff_t>(random.Below(paragraph.size() + 1));
    paragraph.insert(paragraph.begin() + at, foreign[i]);
    size += static_cast<double>(foreign[i].size());
  }
  return JoinSentences(paragraphs);
}

std::string ReorderParagraphs(std::string_view text, SeededRandom& random) {
  auto paragraphs = SplitSentences(text);
  if (paragraphs.size() < 3) {
    std::vector<std::string> all;
    for (const auto& paragraph : paragraphs)
      all.insert(all.end(), paragraph.begin(), paragraph.end());
    std::ranges::rotate(all, all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2));
    return JoinSentences({all});
  }
  std::vector<std::vector<std::string>> rest(paragraphs.begin() + 1, paragraphs.end());
  const auto before = rest;
  for (int attempt = 0; attempt < 8 && rest == before; ++attempt) random.Shuffle(rest);
  rest.insert(rest.begin(), paragraphs.front());
  return JoinSentences(rest);
}

std::string Excerpt(std::string_view text, double share, SeededRandom& random) {
  const auto paragraphs = SplitSentences(text);
  const std::vector<Place> places = PlacesOf(paragraphs);
  const double bytes = share * static_cast<double>(text.size());
  // The last place from which enough text follows.
  size_t last = places.size();
  for (double left = 0; last > 0 && left < bytes;) {
    --last;
    left += static_cast<double>(paragraphs[places[last].paragraph][places[last].sentence].size());
  }
  const size_t first = last < 1 ? 0 : 1 + random.Below(last);
  return Keep(paragraphs, TakeBytes(paragraphs, places, std::min(first, last), bytes));
}

}  // namespace wirecopy
