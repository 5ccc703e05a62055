#include "wirecopy/background/background_file.h"

#include <algorithm>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace wirecopy {
namespace {

using Entry = Background::Entry;

const std::vector<Entry> kEntries = {{11, 2}, {22, 3}, {33, 7}, {44, 40}};
const std::vector<uint64_t> kOutletShingles = {5, 6, 9};

SavedBackground Sample() { return {Background(1000, kEntries, kOutletShingles), 2, 1}; }

// The bytes with the eight at `at` replaced and the checksum made to fit.
std::string Forged(std::string bytes, size_t at, uint64_t value) {
  std::memcpy(bytes.data() + at, &value, sizeof(value));
  const uint64_t checksum = HashBytes(bytes.data(), bytes.size() - 8);
  std::memcpy(bytes.data() + bytes.size() - 8, &checksum, sizeof(checksum));
  return bytes;
}

TEST(BackgroundFileTest, ComesBackAsItWasSaved) {
  const SavedBackground sample = Sample();
  const std::string bytes = SerializeBackground(sample);
  EXPECT_EQ(bytes.size(), 64u + 4 * 12 + 3 * 8 + 8);
  const auto parsed = ParseBackground(bytes);
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(parsed->learnt.story_count(), 1000u);
  EXPECT_EQ(parsed->learnt.Entries(), kEntries);
  EXPECT_EQ(parsed->learnt.outlet_shingles(), kOutletShingles);
  EXPECT_EQ(parsed->learnt.fingerprint(), sample.learnt.fingerprint());
  EXPECT_EQ(parsed->least_stories, 2u);
  EXPECT_EQ(parsed->max_shortfall, 1u);
  EXPECT_EQ(SerializeBackground(*parsed), bytes);
}

TEST(BackgroundFileTest, BytesArePinned) {
  const std::string bytes = SerializeBackground(Sample());
  EXPECT_EQ(bytes.substr(0, 8), "wcpyback");
  EXPECT_EQ(HashBytes(bytes), 0xa8ff99268b5b74e8u) << "the format changed: raise its version";
}

TEST(BackgroundFileTest, AnEmptyOneIsABackgroundToo) {
  const auto parsed = ParseBackground(SerializeBackground({Background(0, {}, {}), 2, 0}));
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(parsed->learnt.story_count(), 0u);
  EXPECT_EQ(parsed->learnt.entry_count(), 0u);
}

TEST(BackgroundFileTest, WhatRestsOnAPriorIsSavedWithoutIt) {
  const Background prior(500, std::vector<Entry>{{77, 9}}, std::vector<uint64_t>{1});
  const Background learnt(1000, kEntries, kOutletShingles, &prior);
  EXPECT_EQ(SerializeBackground({learnt, 2, 1}), SerializeBackground(Sample()));
}

TEST(BackgroundFileTest, RareEntriesAreLeftOut) {
  const auto parsed = ParseBackground(SerializeBackground(KeepFrequent(Sample().learnt, 4)));
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(parsed->learnt.Entries(), (std::vector<Entry>{{33, 7}, {44, 40}}));
  EXPECT_EQ(parsed->learnt.story_count(), 1000u);
  EXPECT_EQ(parsed->least_stories, 4u);
  EXPECT_EQ(parsed->max_shortfall, 3u);
}

TEST(BackgroundFileTest, DamageIsRefused) {
  const std::string good = SerializeBackground(Sample());
  const size_t shingles = 64;
  const size_t outlets = 64 + 4 * 12;
  struct Case {
    const char* name;
    std::string bytes;
    absl::StatusCode code;
    const char* says;
  };
  for (const Case& c : {
           Case{"empty", "", absl::StatusCode::kDataLoss, "too short"},
           Case{"a text", std::string(200, 'a'), absl::StatusCode::kDataLoss, "no background"},
           Case{"head only", good.substr(0, 64), absl::StatusCode::kDataLoss, "too short"},
           Case{"cut off", good.substr(0, good.size() - 1), absl::StatusCode::kDataLoss, "cut off"},
           Case{"longer", good + '\0', absl::StatusCode::kDataLoss, "cut off"},
           Case{"another format", Forged(good, 8, 2 | uint64_t{1} << 32),
                absl::StatusCode::kUnimplemented, "format 2"},
           Case{"other shingles", Forged(good, 8, 1 | uint64_t{7} << 32),
                absl::StatusCode::kUnimplemented, "shingles of version 7"},
           Case{"a huge count", Forged(good, 32, UINT64_MAX), absl::StatusCode::kDataLoss,
                "cut off"},
           Case{"a count whose product overflows", Forged(good, 32, UINT64_MAX / 12 + 5),
                absl::StatusCode::kDataLoss, "cut off"},
           Case{"a huge outlet count", Forged(good, 40, uint64_t{1} << 61),
                absl::StatusCode::kDataLoss, "cut off"},
           Case{"unsorted shingles", Forged(good, shingles, 99), absl::StatusCode::kDataLoss,
                "order"},
           Case{"a shingle twice", Forged(good, shingles, 22), absl::StatusCode::kDataLoss,
                "order"},
           Case{"unsorted outlets", Forged(good, outlets, 99), absl::StatusCode::kDataLoss,
                "order"},
           Case{"an entry below the least", Forged(good, 56, 3), absl::StatusCode::kDataLoss,
                "order"},
           Case{"another story count", Forged(good, 16, 999), absl::StatusCode::kDataLoss,
                "fingerprint"},
       }) {
    const absl::Status status = ParseBackground(c.bytes).status();
    EXPECT_EQ(status.code(), c.code) << c.name << ": " << status;
    EXPECT_NE(status.message().find(c.says), absl::string_view::npos) << c.name << ": " << status;
  }
  for (size_t at = 0; at < good.size(); ++at) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    EXPECT_FALSE(ParseBackground(bytes).ok()) << "byte " << at;
    EXPECT_FALSE(ParseBackground(good.substr(0, at)).ok()) << "first " << at;
  }
}

TEST(MergeBackgroundsTest, AddsCountsAndSaysHowMuchMayBeMissing) {
  const SavedBackground a = {Background(100, std::vector<Entry>{{1, 2}, {2, 5}}, {{3, 4}}), 2, 1};
  const SavedBackground b = {Background(50, std::vector<Entry>{{2, 6}, {3, 4}}, {{4, 5}}), 4, 3};
  const std::vector<SavedBackground> parts = {a, b};
  const SavedBackground both = MergeBackgrounds(parts, 2);
  EXPECT_EQ(both.learnt.story_count(), 150u);
  EXPECT_EQ(both.learnt.Entries(), (std::vector<Entry>{{1, 2}, {2, 11}, {3, 4}}));
  EXPECT_EQ(both.learnt.outlet_shingles(), (std::vector<uint64_t>{3, 4, 5}));
  EXPECT_EQ(both.least_stories, 2u);
  EXPECT_EQ(both.max_shortfall, 4u);  // 1 of a, 3 of b
  const std::vector<SavedBackground> swapped = {b, a};
  EXPECT_EQ(SerializeBackground(MergeBackgrounds(swapped, 2)), SerializeBackground(both));
  const SavedBackground fewer = MergeBackgrounds(parts, 5);
  EXPECT_EQ(fewer.learnt.Entries(), (std::vector<Entry>{{2, 11}}));
  EXPECT_EQ(fewer.max_shortfall, 8u);  // and 4 dropped
}

// Truth is the count over all stories; what a merge tells is never above it, and below it by no
// more than it says.
TEST(MergeBackgroundsTest, IsNeverWrongByMoreThanItSays) {
  std::mt19937_64 random(5);
  for (int round = 0; round < 200; ++round) {
    std::vector<uint32_t> truth(60, 0);
    std::vector<SavedBackground> parts;
    for (uint32_t part = 0; part < 1 + random() % 4; ++part) {
      std::vector<Entry> entries;
      for (uint64_t shingle = 0; shingle < truth.size(); ++shingle) {
        const auto stories = static_cast<uint32_t>(random() % 9);
        truth[shingle] += stories;
        if (stories >= 2) entries.push_back({100 + shingle, stories});
      }
      parts.push_back(KeepFrequent(Background(10, entries, {}), 2 + random() % 4));
    }
    const SavedBackground merged = MergeBackgrounds(parts, 2 + random() % 6);
    std::vector<uint32_t> told(truth.size(), 0);
    for (const Entry& entry : merged.learnt.Entries()) told[entry.shingle - 100] = entry.stories;
    for (size_t i = 0; i < truth.size(); ++i) {
      ASSERT_LE(told[i], truth[i]);
      ASSERT_LE(truth[i], told[i] + merged.max_shortfall) << "round " << round;
    }
  }
}

}  // namespace
}  // namespace wirecopy
