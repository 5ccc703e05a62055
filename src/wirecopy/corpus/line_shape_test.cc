// Stories, which have more keys: story_lines_test.cc.
#include "wirecopy/corpus/line_shape.h"

#include <gtest/gtest.h>

#include <string>

namespace wirecopy {
namespace {

std::string WithInstead(std::string line, const std::string& what, const std::string& by) {
  const size_t at = line.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return at == std::string::npos ? line : line.replace(at, what.size(), by);
}

absl::Status Shape(const std::string& line) {
  simdjson::dom::parser parser;
  const simdjson::dom::object object = parser.parse(line);
  return CheckSeriesShape(object);
}

TEST(LineShapeTest, ASeriesHasItsKeys) {
  const std::string series =
      R"({"schema":"wirecopy.series/1","series":"9f2d41c07b3e6a58","size":2,"first_published":null,"last_published":null,)"
      R"("differs":{"numbers":1,"names":0,"edits":0},"median_covered":0.5,"background":"5b0c9d1f00a7e3d2","members":[)"
      R"({"id":"a","outlet":null,"published":null,"published_interval":null,"url":null,"title":null,"story":null}]})";
  EXPECT_TRUE(Shape(series).ok()) << Shape(series);
  EXPECT_FALSE(Shape(WithInstead(series, "\"differs\"", "\"other\"")).ok());
  EXPECT_FALSE(Shape(WithInstead(series, "\"title\":null", "\"title\":[]")).ok());
  EXPECT_FALSE(Shape(WithInstead(series, "\"members\":[{", "\"members\":[],\"x\":[{")).ok());
}

TEST(LineShapeTest, AnInstantIsOneThatACalendarHas) {
  const auto fits = [](const std::string& instant) {
    return Shape(R"({"series":"9f2d41c07b3e6a58","size":2,"first_published":[")" + instant +
                 R"(","9999-12-31T23:59:59Z"],"last_published":null,)"
                 R"("differs":{"numbers":1,"names":0,"edits":0},"median_covered":0.5,)"
                 R"("background":"5b0c9d1f00a7e3d2","members":[{"id":"a","outlet":null,)"
                 R"("published":null,"published_interval":null,"url":null,"title":null,)"
                 R"("story":null}]})")
        .ok();
  };
  for (const char* right : {"1799-12-31T10:00:00Z", "2026-02-28T23:59:59Z"})
    EXPECT_TRUE(fits(right)) << right;
  for (const char* wrong : {"", "2026-02-28", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
                            "2026-01-32T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
                            "2026-01-01T00:00:60Z", "2026-01-01T00:00:00+", "2o26-01-01T00:00:00Z"})
    EXPECT_FALSE(fits(wrong)) << wrong;
}

}  // namespace
}  // namespace wirecopy
