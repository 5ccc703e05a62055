#include "wirecopy/corpus/record.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <random>
#include <string>

#include "wirecopy/base/escaping.h"
#include "wirecopy/corpus/json_text.h"

namespace wirecopy {
namespace {

RecordOutcome ReadWith(RecordOptions options, std::string_view line) {
  auto reader = RecordReader::Create(std::move(options));
  EXPECT_TRUE(reader.ok()) << reader.status();
  return reader->Read(line);
}

RecordOutcome Read(std::string_view line) { return ReadWith({}, line); }

TEST(RecordTest, ReadsTheCanonicalFields) {
  const RecordOutcome outcome = Read(
      R"({"id":"a1","url":"http://x.example/1","outlet":"Harbour Post","title":"Tide tables",)"
      R"("text":"The ferry\nleft late.","published":"2022-05-05T13:40:00Z","extra":[1,{"text":"no"}]})");
  ASSERT_FALSE(outcome.skipped);
  EXPECT_FALSE(outcome.doubt);
  const Article& article = outcome.article;
  EXPECT_EQ(article.id, "a1");
  EXPECT_EQ(article.url, "http://x.example/1");
  EXPECT_EQ(article.outlet, "Harbour Post");
  EXPECT_EQ(article.title, "Tide tables");
  EXPECT_EQ(article.text, "The ferry\nleft late.");
  EXPECT_EQ(article.published, "2022-05-05T13:40:00Z");
  EXPECT_EQ(article.published_at, (TimeInterval{1651758000, 1651758000}));
}

// A row: a line and the value of one field.
struct FieldRow {
  std::string_view name;
  std::string_view line;
  std::string Article::* field;
  std::string_view value;
};

TEST(RecordTest, FindsFieldsUnderTheirNames) {
  const FieldRow rows[] = {
      {"text by alias", R"({"maintext":"m"})", &Article::text, "m"},
      {"the first name decides", R"({"body":"b","content":"c","text":"t"})", &Article::text, "t"},
      {"whatever the order", R"({"text":"t","content":"c"})", &Article::text, "t"},
      {"an empty string gives way", R"({"text":"","content":"c"})", &Article::text, "c"},
      {"null gives way", R"({"text":null,"content":"c"})", &Article::text, "c"},
      {"an object gives way", R"({"content":{"rendered":"x"},"body":"b"})", &Article::text, "b"},
      {"an empty text is a text", R"({"text":""})", &Article::text, ""},
      {"blanks in a text stay", R"({"text":" \n "})", &Article::text, " \n "},
      {"the last of equal keys", R"({"text":"a","text":"b"})", &Article::text, "b"},
      {"escaped key", R"({"te\u0078t":"t"})", &Article::text, "t"},
      {"lone surrogate in a key", R"({"\ud83d":1,"text":"t"})", &Article::text, "t"},
      {"lone surrogate", R"({"text":"a\ud83db"})", &Article::text, "a�b"},
      {"ASCII-escaped", R"({"text":"\u4f1a\u8bae\ud83d\ude00"})", &Article::text, "会议😀"},
      {"id as a number", R"({"id":12345678901234567890123,"text":""})", &Article::id,
       "12345678901234567890123"},
      {"id of zero", R"({"id":0,"text":""})", &Article::id, "0"},
      {"id as null", R"({"id":null,"_id":"x","text":""})", &Article::id, "x"},
      {"id as an object", R"({"_id":{"$oid":"x"},"guid":"g","text":""})", &Article::id, "g"},
      {"id in blanks", R"({"id":" x ","text":""})", &Article::id, "x"},
      {"link", R"({"link":"l","text":""})", &Article::url, "l"},
      {"publisher", R"({"publisher":"p","text":""})", &Article::outlet, "p"},
      {"publisher.name", R"({"publisher":{"@type":"O","name":"p"},"text":""})", &Article::outlet,
       "p"},
      {"publisher.name as a key", R"({"publisher.name":"p","text":""})", &Article::outlet, "p"},
      {"source before publisher", R"({"publisher":{"name":"p"},"source":"s","text":""})",
       &Article::outlet, "s"},
      {"metadata", R"({"text":"t","metadata":{"url":"u","deep":{"url":"no"}}})", &Article::url,
       "u"},
      {"the top level before metadata", R"({"metadata":{"url":"u"},"link":"top","text":""})",
       &Article::url, "top"},
      {"metadata, nested", R"({"text":"","metadata":{"publisher":{"name":"p"}}})", &Article::outlet,
       "p"},
      {"metadata is not an object", R"({"metadata":["x"],"text":"t"})", &Article::text, "t"},
      {"only the outermost metadata", R"({"metadata":{"metadata":{"url":"u"}},"text":""})",
       &Article::url, ""},
      {"headline", R"({"headline":"h","text":""})", &Article::title, "h"},
      {"a title that is a number is none", R"({"title":7,"headline":"h","text":""})",
       &Article::title, "h"},
      {"date as a number", R"({"timestamp":1651758000,"text":""})", &Article::published,
       "1651758000"},
      {"blanks around the object", " \t{\"text\":\"t\"} \r", &Article::text, "t"},
  };
  for (const FieldRow& row : rows) {
    const RecordOutcome outcome = Read(row.line);
    EXPECT_FALSE(outcome.skipped) << row.name << (outcome.doubt ? outcome.doubt->message : "");
    EXPECT_EQ(outcome.article.*row.field, row.value) << row.name;
  }
}

TEST(RecordTest, KnowsNumbers) {
  for (const std::string_view number : {"0", "-0", "12", "-1.5", "1e5", "1.0E+20", "0.5e-7"}) {
    EXPECT_EQ(Read("{\"text\":\"\",\"id\":" + std::string(number) + "}").article.id, number);
  }
  for (const std::string_view number :
       {"-", "01", "1.", ".5", "1e", "1e+", "--1", "+1", "1-2", "0x1"}) {
    EXPECT_TRUE(Read("{\"text\":\"\",\"id\":" + std::string(number) + "}").skipped) << number;
  }
}

TEST(RecordTest, NamesCanBeGiven) {
  RecordOptions options;
  options.fields.text = {"a.b", "正文"};
  options.fields.id = {"metadata.key"};
  const FieldRow rows[] = {
      {"a path", R"({"a":{"c":1,"b":"t"},"text":"no"})", &Article::text, "t"},
      {"a key with a dot", R"({"a.b":"t"})", &Article::text, "t"},
      {"Han", R"({"正文":"t"})", &Article::text, "t"},
      {"Han, escaped", R"({"\u6b63\u6587":"t"})", &Article::text, "t"},
      {"an object that is none", R"({"a":5,"正文":"t"})", &Article::text, "t"},
      {"in metadata", R"({"metadata":{"a":{"b":"t"}}})", &Article::text, "t"},
      {"a path through metadata", R"({"metadata":{"key":"k"},"正文":"t"})", &Article::id, "k"},
  };
  for (const FieldRow& row : rows) {
    const RecordOutcome outcome = ReadWith(options, row.line);
    EXPECT_FALSE(outcome.skipped) << row.name << (outcome.doubt ? outcome.doubt->message : "");
    EXPECT_EQ(outcome.article.*row.field, row.value) << row.name;
  }
}

struct BadRow {
  std::string_view name;
  std::string_view line;
  std::string_view reason;
  std::string_view message;
};

TEST(RecordTest, SaysWhyARecordIsSkipped) {
  const BadRow rows[] = {
      {"not JSON", "hello", "not-json",
       "\"hello\" is not JSON: a value, comma or colon is missing or misplaced; one object a line "
       "is "
       "expected"},
      {"cut off in a string", R"({"id":"a","text":"The ferr)", "not-json",
       "\"{\\\"id\\\":\\\"a\\\",\\\"text\\\":\\\"The ferr\" is not JSON: a string does not end; "
       "the line may "
       "be cut off; one object a line is expected"},
      {"cut off behind a value", R"({"text":"t")", "not-json",
       "\"{\\\"text\\\":\\\"t\\\"\" is not JSON: an object or array does not end; the line may be "
       "cut off; one "
       "object a line is expected"},
      {"words behind the object", R"({"text":"a } b"} tail)", "not-json",
       "\"{\\\"text\\\":\\\"a } b\\\"} tail\" is not JSON: text follows the object; one object a "
       "line is "
       "expected"},
      {"an array behind the object", R"({"text":["\"]"]} [])", "not-json",
       "\"{\\\"text\\\":[\\\"\\\\\\\"]\\\"]} []\" is not JSON: text follows the object; one object "
       "a line is "
       "expected"},
      {"another object behind it", R"({"text":"t"} {"a":1})", "not-json",
       "\"{\\\"text\\\":\\\"t\\\"} {\\\"a\\\":1}\" is not JSON: text follows the object; one "
       "object a line "
       "is expected"},
      {"missing comma", R"({"text":"t" "id":1})", "not-json",
       "\"{\\\"text\\\":\\\"t\\\" \\\"id\\\":1}\" is not JSON: a value, comma or colon is missing "
       "or misplaced; "
       "one object a line is expected"},
      {"a word that is no value", R"({"text":"t","x":nope})", "not-json",
       "\"{\\\"text\\\":\\\"t\\\",\\\"x\\\":nope}\" is not JSON: a value, comma or colon is "
       "missing or "
       "misplaced; one object a line is expected"},
      {"a number that is none", R"({"id":1.2.3,"text":"t"})", "not-json",
       "\"{\\\"id\\\":1.2.3,\\\"text\\\":\\\"t\\\"}\" is not JSON: a value, comma or colon is "
       "missing or "
       "misplaced; one object a line is expected"},
      {"two objects", R"({"text":"t"}{"text":"u"})", "not-json",
       "\"{\\\"text\\\":\\\"t\\\"}{\\\"text\\\":\\\"u\\\"}\" is not JSON: text follows the object; "
       "one object a line is "
       "expected"},
      {"a bad escape", R"({"text":"a\qb"})", "not-json",
       "\"text\" is not JSON: a string holds an escape that is none"},
      {"a raw tab", "{\"text\":\"a\tb\"}", "not-json",
       "\"{\\\"text\\\":\\\"a\\tb\\\"}\" is not JSON: a control character stands in a string; one "
       "object a line "
       "is expected"},
      {"an array", R"([{"text":"t"}])", "not-an-object",
       "\"[{\\\"text\\\":\\\"t\\\"}]\" is not a JSON object; one object {\"text\": ...} a line is "
       "expected"},
      {"a number", "-12.5", "not-an-object",
       "\"-12.5\" is not a JSON object; one object {\"text\": ...} a line is expected"},
      {"no text", R"({"id":"a"})", "no-text", "no \"text\" field"},
      {"text is null", R"({"text":null})", "no-text", "\"text\" is null; a string is expected"},
      {"a number as text", R"({"text":12.5})", "text-not-a-string",
       "\"text\" is a number, 12.5; a string is expected"},
      {"an array as text", R"({"body":["a"]})", "text-not-a-string",
       "\"body\" is an array; a string is expected"},
      {"broken UTF-8", "{\"text\":\"a\xbb\xe1\"}", "bad-utf8",
       "byte 11 of the line, 0xbb, is not UTF-8; convert the file to UTF-8 or mend the line"},
      {"a surrogate in UTF-8", "{\"text\":\"\xed\xa0\xbd\"}", "bad-utf8",
       "byte 10 of the line, 0xed, is not UTF-8; convert the file to UTF-8 or mend the line"},
  };
  for (const BadRow& row : rows) {
    const RecordOutcome outcome = Read(row.line);
    ASSERT_TRUE(outcome.skipped) << row.name;
    ASSERT_TRUE(outcome.doubt) << row.name;
    EXPECT_EQ(outcome.doubt->reason, row.reason) << row.name;
    EXPECT_EQ(outcome.doubt->message, row.message) << row.name;
  }
}

TEST(RecordTest, ABadDateIsADoubt) {
  const RecordOutcome outcome = Read(R"({"text":"t","published":"soon"})");
  EXPECT_FALSE(outcome.skipped);
  EXPECT_EQ(outcome.article.published, "soon");
  EXPECT_FALSE(outcome.article.published_at);
  ASSERT_TRUE(outcome.doubt);
  EXPECT_EQ(outcome.doubt->reason, "bad-date");
}

TEST(RecordTest, ADateOfAnotherTypeIsADoubt) {
  for (const char* date : {"{\"a\":1}", "[\"2026-07-05\"]", "true"}) {
    const RecordOutcome outcome = Read(R"({"text":"t","published":)" + std::string(date) + "}");
    EXPECT_FALSE(outcome.skipped) << date;
    EXPECT_EQ(outcome.article.published, "") << date;
    ASSERT_TRUE(outcome.doubt) << date;
    EXPECT_EQ(outcome.doubt->reason, "bad-date") << date;
  }
  const RecordOutcome other = Read(R"({"text":"t","published":{"a":1},"date":"2022-05-05"})");
  EXPECT_FALSE(other.doubt);  // a string under another name decides
  EXPECT_EQ(other.article.published, "2022-05-05");
}

TEST(RecordTest, TheTimeZoneIsUsed) {
  RecordOptions options;
  options.time_zone = "+08:00";
  EXPECT_EQ(ReadWith(options, R"({"text":"","date":"2022-05-05 21:40:00"})").article.published_at,
            (TimeInterval{1651758000, 1651758000}));
}

TEST(RecordTest, LengthIsCapped) {
  RecordOptions options;
  options.max_text_bytes = 10;
  EXPECT_FALSE(ReadWith(options, R"({"text":"0123456789"})").skipped);
  EXPECT_FALSE(ReadWith(options, R"({"text":"\u4f1a\u4f1a\u4f1ax"})").skipped);  // 10 bytes
  RecordOutcome outcome = ReadWith(options, R"({"text":"01234567890"})");
  ASSERT_TRUE(outcome.skipped);
  EXPECT_EQ(outcome.doubt->reason, "too-long");
  EXPECT_EQ(outcome.doubt->message, "the text has 11 bytes; at most 10 are read (max-text-bytes)");

  outcome = Read("{\"text\":\"t\",\"title\":\"" + std::string(70000, 'x') + "\"}");
  ASSERT_TRUE(outcome.skipped);
  EXPECT_EQ(outcome.doubt->message, "the title has 70,002 bytes; at most 65,536 are read");
}

TEST(RecordTest, AFiftyMegabyteTextNeedsALargerCap) {
  const std::string line = "{\"text\":\"" + std::string(50000000, 'x') + "\"}";
  EXPECT_EQ(Read(line).doubt->reason, "too-long");
  RecordOptions options;
  options.max_text_bytes = size_t{64} << 20;
  EXPECT_EQ(ReadWith(options, line).article.text.size(), 50000000u);
}

TEST(RecordTest, HostileDepthCostsNothing) {
  const size_t depth = 1000000;
  const std::string open(depth, '['), close(depth, ']');
  EXPECT_EQ(Read("{\"x\":" + open + close + ",\"text\":\"t\"}").article.text, "t");
  EXPECT_EQ(Read("{\"x\":" + open + ",\"text\":\"t\"}").doubt->reason, "not-json");
  EXPECT_EQ(Read(open).doubt->reason, "not-an-object");
  std::string objects = "{\"text\":\"t\"";
  for (size_t i = 0; i < 100000; ++i) objects += ",\"metadata\":{\"publisher\":{\"name\":\"n\"";
  for (size_t i = 0; i < 100000; ++i) objects += "}}";
  EXPECT_EQ(Read(objects + "}").article.text, "t");
}

TEST(RecordTest, OptionsAreChecked) {
  RecordOptions options;
  options.max_text_bytes = 0;
  EXPECT_EQ(RecordReader::Create(options).status().message(),
            "RecordOptions.max_text_bytes is 0; it must be in [1, 1073741824]");
  options = {};
  options.fields.id.clear();
  EXPECT_EQ(RecordReader::Create(options).status().message(),
            "FieldNames.id has 0 names; it must have 1 to 64, none of them empty");
  options = {};
  options.time_zone = "Mars";
  EXPECT_FALSE(RecordReader::Create(options).ok());
}

// What stands behind the line must not matter.
TEST(RecordTest, PaddingIsNotRead) {
  auto reader = RecordReader::Create({});
  ASSERT_TRUE(reader.ok());
  for (const std::string_view behind : {"\",\"id\":\"x\"}", "}}}}", "\\\"\\\"", "\xff\xff\xff"}) {
    for (const std::string_view line :
         {R"({"text":"abc"})", R"({"text":"abc)", R"({"text":"abc\)"}) {
      std::string bytes(line);
      bytes += behind;
      bytes.append(RecordReader::kPaddingBytes, 'x');
      const RecordOutcome padded =
          reader->ReadPadded(std::string_view(bytes).substr(0, line.size()));
      const RecordOutcome plain = reader->Read(line);
      EXPECT_EQ(padded.skipped, plain.skipped) << line << behind;
      EXPECT_EQ(padded.article.text, plain.article.text);
    }
  }
}

TEST(RecordTest, AnyTextComesBack) {
  constexpr unsigned kSeed = 3;
  std::mt19937 random(kSeed);
  auto reader = RecordReader::Create({});
  ASSERT_TRUE(reader.ok());
  const std::string_view pieces[] = {"a", "\"", "\\", "{",  "}",  "[",
                                     ",", ":",  "\n", "会", "😀", "\x01"};
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (size_t n = random() % 200; n > 0; --n) text += pieces[random() % std::size(pieces)];
    std::string line = "{\"x\":";
    AppendJsonString(text, &line);
    line += ",\"text\":";
    AppendJsonString(text, &line);
    line += "}";
    const RecordOutcome outcome = reader->Read(line);
    ASSERT_FALSE(outcome.skipped) << line << " seed " << kSeed;
    ASSERT_EQ(outcome.article.text, text) << "seed " << kSeed;
  }
}

// Cut, doubled and flipped bytes: an article or a reason, never a crash.
TEST(RecordTest, DamagedRecordsAreExplained) {
  constexpr unsigned kSeed = 5;
  std::mt19937 random(kSeed);
  auto reader = RecordReader::Create({});
  ASSERT_TRUE(reader.ok());
  const std::string good =
      R"({"id":7,"metadata":{"url":"http://x.example/"},"publisher":{"name":"p"},"text":"\ud83d\u4f1a",)"
      R"("date":1651758000,"a":[null,true,{"b":[]}]})";
  size_t skipped = 0;
  for (int i = 0; i < 50000; ++i) {
    std::string line = good;
    for (size_t n = random() % 3 + 1; n > 0; --n) {
      const size_t at = random() % line.size();
      switch (random() % 4) {
        case 0:
          line[at] = static_cast<char>(random());
          break;
        case 1:
          line.erase(at, random() % 4 + 1);
          break;
        case 2:
          line.insert(at, line.substr(random() % line.size(), random() % 8));
          break;
        default:
          line.resize(at + 1);
      }
      if (line.empty()) line = "{";
    }
    const RecordOutcome outcome = reader->Read(line);
    ASSERT_TRUE(!outcome.skipped || outcome.doubt) << line << " seed " << kSeed;
    skipped += outcome.skipped;
  }
  EXPECT_GT(skipped, 25000u);
  EXPECT_LT(skipped, 50000u);
}

}  // namespace
}  // namespace wirecopy
