#include "wirecopy/text/folded_chunk.h"

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/reference/every_target.h"
#include "wirecopy/text/utf8.h"

namespace wirecopy {
namespace {

bool BeginsCharacter(char byte) { return (byte & 0xC0) != 0x80; }

// The slow twin: whether the character at text[begin, end) stands for itself.
bool IsPlain(std::string_view text, size_t begin, size_t end) {
  const char32_t c = DecodeUtf8(text, begin).code_point;
  std::string whole;
  AppendUtf8(c, whole);
  if (whole != text.substr(begin, end - begin)) return false;
  const bool meets = c == U' ' && begin > 0 && text[begin - 1] == ' ';
  return (c < 0x80 || (c >= 0x1000 && c < 0x10000)) && !meets && FoldEntryOf(c).is_plain();
}

// Reads the text chunk by chunk and expects of each character what the slow twin says.
void ExpectChunksOf(const std::string& text) {
  const auto chunk = std::make_unique<FoldedChunk>();
  for (size_t place = 0; place < text.size();) {
    ReadChunk(text, place, *chunk);
    if (chunk->size == 0) {
      ++place;
      continue;
    }
    for (size_t i = 0; i < chunk->size; ++i) {
      const size_t begin = chunk->begins[i], end = chunk->begins[i + 1];
      ASSERT_TRUE(BeginsCharacter(text[begin]));
      for (size_t k = begin + 1; k < end; ++k) ASSERT_FALSE(BeginsCharacter(text[k])) << k;
      // A space at the head of a chunk does not know what stands before it.
      if (begin == place && text[begin] == ' ') continue;
      ASSERT_EQ(chunk->NextStop(i) > i, IsPlain(text, begin, end))
          << begin << " of " << text.size();
      if (!IsPlain(text, begin, end)) continue;
      ASSERT_EQ(chunk->entries[i], FoldEntryOf(DecodeUtf8(text, begin).code_point).bits()) << begin;
    }
    place = chunk->begins[chunk->size];
  }
}

// What is whole, what is broken, and what is nearly always plain.
std::string MakeText(size_t size, uint32_t seed) {
  std::mt19937 random(seed);
  std::string text;
  while (text.size() < size) {
    switch (random() % 12) {
      case 0:
        text.push_back(static_cast<char>(random()));
        break;
      case 1:
        AppendUtf8(random() % 0x110000, text);  // surrogates too
        break;
      case 2:
        text.append(1 + random() % 2, ' ');
        break;
      case 3:
        text += "\n(lǐng)·é";
        break;
      case 4:
      case 5:
        for (uint32_t i = random() % 40; i > 0; --i)
          text.push_back("abcDEF 0123,.-"[random() % 14]);
        break;
      default:
        for (uint32_t i = random() % 40; i > 0; --i) AppendUtf8(0x4E00 + random() % 0x5200, text);
    }
  }
  text.resize(size);
  return text;
}

template <typename Check>
void ForEveryInstructionSet(Check&& check) {
  for (const int64_t target : reference::EveryTarget()) {
    const reference::LimitedTo limited(target);
    SCOPED_TRACE(hwy::TargetName(target));
    check();
  }
}

TEST(ReadChunkTest, EveryInstructionSetAgreesWithTheSlowTwin) {
  ForEveryInstructionSet([] {
    for (size_t size = 1; size < 100; ++size) ExpectChunksOf(MakeText(size, 7 + size));
    for (size_t size : {1023, 1024, 1025, 1030, 2048, 5000, 20000}) {
      for (uint32_t seed = 0; seed < 20; ++seed) ExpectChunksOf(MakeText(size, seed));
    }
  });
}

TEST(ReadChunkTest, EveryCharacter) {
  std::string text;  // in stretches of one script, and each next to a strange one
  for (char32_t c = 0; c < 0x30000; ++c) AppendUtf8(c, text);
  for (char32_t c = 0x20; c < 0x10000; c += 7) {
    AppendUtf8(c, text);
    AppendUtf8(0x10FFFF - c, text);
  }
  ForEveryInstructionSet([&] { ExpectChunksOf(text); });
}

TEST(ReadChunkTest, SentencesAsPagesHoldThem) {
  ForEveryInstructionSet([] {
    for (const char* sentence :
         {"松溪县图书馆昨日重新开放，三楼的旧报阅览室改成了儿童书屋。",
          "松溪縣圖書館昨日重新開放（記者　林一）　馆长说：“每周六，15：30。”\r\n",
          "The café on Mill Street re-opened on 3 June – “at last”, said its owner.  ",
          "渡(dù)口(kǒu)昨天恢复通航&nbsp;|&nbsp;首页 > 新闻 > 正文\t１２３４ ｶﾀｶﾅ 한국어 ไทย"}) {
      std::string text;
      for (int i = 0; i < 60; ++i) ExpectChunksOf(text += sentence);
    }
  });
}

TEST(ReadChunkTest, BytesThatBeginNothing) {
  ForEveryInstructionSet([] {
    ExpectChunksOf(std::string(3000, '\x80'));
    ExpectChunksOf("a" + std::string(3000, '\x80') + "b");
    ExpectChunksOf("\xe4\xb8");
  });
}

TEST(CopyPlainTest, WritesWhatFoldsAndCountsTraditional) {
  ForEveryInstructionSet([] {
    std::string text;
    for (int i = 0; i < 100; ++i) text += i % 3 == 0 ? "領" : i % 3 == 1 ? "导" : "Q";
    const auto chunk = std::make_unique<FoldedChunk>();
    ReadChunk(text, 0, *chunk);
    ASSERT_EQ(chunk->size, 100u);
    for (size_t from : {0, 1, 50}) {
      for (size_t to : {50, 51, 65, 100}) {
        const size_t count = to - from, room = count + FoldedChunk::kSlack;
        std::u32string chars(room, U'\0');
        std::vector<uint32_t> begins(room), ends(room);
        std::vector<uint8_t> kinds(room);
        const uint32_t traditional =
            CopyPlain(*chunk, from, to, {chars.data(), begins.data(), ends.data(), kinds.data()});
        EXPECT_EQ(traditional, (to + 2) / 3 - (from + 2) / 3);
        for (size_t i = 0; i < count; ++i) {
          EXPECT_EQ(chars[i], U"领导q"[(from + i) % 3]);
          EXPECT_EQ(begins[i], chunk->begins[from + i]);
          EXPECT_EQ(ends[i], chunk->begins[from + i + 1]);
          EXPECT_EQ(kinds[i], FoldEntryOf(chars[i]).kind().bits());
        }
      }
    }
  });
}

}  // namespace
}  // namespace wirecopy
