#include "bench/made_text.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "bench/made_text_phrases.h"
#include "wirecopy/base/hash.h"

namespace wirecopy::bench {
namespace {

// A counter through MixHash: the same values with every standard library.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(MixHash(seed * 2 + 1)) {}
  uint64_t Next() { return MixHash(state_ += 0x9e3779b97f4a7c15ULL); }
  uint64_t Below(uint64_t bound) { return Next() % bound; }
  bool Chance(double probability) {
    return static_cast<double>(Next() >> 11) * 0x1p-53 < probability;
  }

 private:
  uint64_t state_;
};

const PhraseBank& BankOf(Script script) {
  return script == Script::kEnglish ? kEnglishBank : kChineseBank;
}

std::string Pick(const std::string_view* list, size_t count, Random& random) {
  return std::string(list[random.Below(count)]);
}

// One story: its people, its subject, its days.
class Reporter {
 public:
  Reporter(Script script, uint64_t seed)
      : bank_(BankOf(script)), english_(script == Script::kEnglish), random_(seed) {
    for (std::string& subject : subjects_) {
      subject = english_ ? "the " + Word() + " and " + Word() + " trade" : Word() + Word();
    }
    for (std::string& person : people_) person = Person();
    place_ = Pick(bank_.places, bank_.place_count, random_);
  }

  std::string Sentence() {
    if (random_.Chance(.12)) return Fill(Pick(bank_.formulas, bank_.formula_count, random_));
    return Fill(Pick(bank_.facts, bank_.fact_count, random_));
  }
  std::string Lead() { return Fill(Pick(bank_.leads, bank_.lead_count, random_)); }
  Random& random() { return random_; }

 private:
  std::string Word() { return Pick(bank_.words, bank_.word_count, random_); }
  std::string Person() {
    const std::string surname = Pick(bank_.surnames, bank_.surname_count, random_);
    const std::string given = Pick(bank_.given, bank_.given_count, random_);
    return english_ ? given + surname
                    : surname + given + Pick(bank_.given, bank_.given_count, random_);
  }
  std::string Day() {
    const std::string day = std::to_string(1 + random_.Below(28));
    return english_ ? "November " + day : "11月" + day + "日";
  }
  std::string Value(char slot) {
    switch (slot) {
      case 'p':
        return random_.Chance(.6) ? place_ : Pick(bank_.places, bank_.place_count, random_);
      case 'n':
        return people_[random_.Below(4)];
      case 'o':
        return Pick(bank_.offices, bank_.office_count, random_);
      case 's':
        return subjects_[random_.Below(3)];
      case 'v':
        return Pick(bank_.verbs, bank_.verb_count, random_);
      case 'd':
        return Day();
      case 'q':
        return std::to_string(2 + random_.Below(random_.Chance(.2) ? 9000 : 90));
      default:
        return Word();
    }
  }
  std::string Fill(const std::string& phrase) {
    std::string out;
    for (size_t i = 0; i < phrase.size(); ++i) {
      if (phrase[i] == '{') {
        out += Value(phrase[i + 1]);
        i += 2;
      } else {
        out += phrase[i];
      }
    }
    return out;
  }

  const PhraseBank& bank_;
  bool english_;
  Random random_;
  std::string subjects_[3];
  std::string people_[4];
  std::string place_;
};

size_t SizeOf(const std::string& sentence, bool english) {
  if (english) return 1 + std::count(sentence.begin(), sentence.end(), ' ');
  return std::count_if(sentence.begin(), sentence.end(), [](char c) { return (c & 0xc0) != 0x80; });
}

// Paragraphs of sentences.
using Report = std::vector<std::vector<std::string>>;

Report MakeReport(Script script, uint64_t seed, size_t size) {
  Reporter reporter(script, seed);
  Report report = {{reporter.Lead()}};
  size_t written = SizeOf(report[0][0], script == Script::kEnglish);
  while (written < size) {
    if (report.back().size() >= 2 + reporter.random().Below(3)) report.emplace_back();
    report.back().push_back(reporter.Sentence());
    written += SizeOf(report.back().back(), script == Script::kEnglish);
  }
  return report;
}

std::string Annotate(const std::string& text, Random& random) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const auto reading =
        std::find_if(std::begin(kReadings), std::end(kReadings), [&](const Reading& candidate) {
          return text.compare(i, candidate.simplified.size(), candidate.simplified) == 0;
        });
    if (reading == std::end(kReadings)) {
      out += text[i++];
      continue;
    }
    out += reading->traditional;
    if (random.Chance(.7)) out.append("(").append(reading->reading).append(")");
    i += reading->simplified.size();
  }
  return out;
}

std::string Write(const Report& report, Script script) {
  std::string text;
  for (const std::vector<std::string>& paragraph : report) {
    if (script != Script::kEnglish) text += "　　";
    for (const std::string& sentence : paragraph) {
      text += sentence;
      if (script == Script::kEnglish) text += ' ';
    }
    text += '\n';
  }
  Random random(text.size());
  return script == Script::kAnnotatedChinese ? Annotate(text, random) : text;
}

// Whole, its head, some sentences lost, or a word changed here and there.
Report CopyOf(Report report, Random& random) {
  switch (random.Below(4)) {
    case 0:
      break;
    case 1:
      report.resize(std::max<size_t>(1, report.size() * (40 + random.Below(50)) / 100));
      break;
    case 2:
      for (auto& paragraph : report) {
        std::erase_if(paragraph, [&](const std::string&) { return random.Chance(.15); });
      }
      break;
    default:
      for (auto& paragraph : report) {
        for (std::string& sentence : paragraph) {
          if (random.Chance(.3)) sentence += random.Chance(.5) ? "(1)" : " ";
        }
      }
  }
  return report;
}

// The lead up to its first comma.
std::string TitleOf(const std::string& lead) {
  return lead.substr(0, std::min(lead.find(','), lead.find("，")));
}

std::string Page(const std::string& body, const std::string& title, uint64_t outlet,
                 Script script) {
  const std::string number = std::to_string(outlet);
  if (script == Script::kEnglish) {
    return "Home > News > World\n" + title + "\nBy Staff Writer, Outlet " + number + "\n" + body +
           "Copyright 2022 Outlet " + number + ". All rights reserved.\n";
  }
  return "首页 > 新闻 > 正文\n" + title + "\n2022-11-20 10:00 来源：" + number +
         "号日报 【打印】【关闭】\n" + body + "责任编辑：" + number + "号编辑\n版权所有 " + number +
         "号日报 未经授权不得转载\n";
}

}  // namespace

std::string MakeText(Script script, uint64_t seed, size_t size) {
  return Write(MakeReport(script, seed, size), script);
}

void ForEachMadeArticle(const MadeCorpusOptions& options,
                        const std::function<void(const MadeArticle&)>& sink) {
  Random random(options.seed);
  std::vector<std::pair<uint64_t, size_t>> stories;  // seed and size
  for (size_t i = 0; i < options.articles; ++i) {
    const bool copies = !stories.empty() && random.Chance(options.reprint_share);
    const auto story =
        static_cast<uint32_t>(copies ? random.Below(stories.size()) : stories.size());
    if (!copies)
      stories.emplace_back(random.Next(),
                           options.text_size / 2 + random.Below(options.text_size + 1));
    Report report = MakeReport(options.script, stories[story].first, stories[story].second);
    const std::string title = TitleOf(report[0][0]);
    if (copies) report = CopyOf(std::move(report), random);
    const uint64_t outlet = random.Below(40);
    sink({.id = std::string("m").append(std::to_string(i)),
          .outlet = std::string("outlet").append(std::to_string(outlet)),
          .title = title,
          .text = Page(Write(report, options.script), title, outlet, options.script),
          .published = std::string("2022-11-").append(std::to_string(10 + random.Below(20))),
          .story = story});
  }
}

std::vector<MadeArticle> MakeCorpus(const MadeCorpusOptions& options) {
  std::vector<MadeArticle> articles;
  ForEachMadeArticle(options, [&](const MadeArticle& article) { articles.push_back(article); });
  return articles;
}

}  // namespace wirecopy::bench
