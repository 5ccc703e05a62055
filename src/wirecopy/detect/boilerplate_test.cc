#include "wirecopy/detect/boilerplate.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/text/clean.h"

namespace wirecopy {
namespace {

Body BodyOf(std::string_view text) {
  return MakeBody(Clean(text, {.furniture_rules = false}).tokens, {});
}

struct Case {
  std::string name;
  std::string body;
  std::vector<std::string> titles;
  bool boilerplate;
};

TEST(BoilerplateTest, ABodyThatSpeaksOfNoneOfItsHeadlinesIsNobodysReport) {
  const std::string footer =
      "晨报网简介 关于我们 广告服务 联系方式 招聘信息 网站律师 会员注册 产品答疑";
  const std::string report =
      "本报讯 市水务局昨日通报,城东水厂扩建工程通过验收,日供水能力提高到三十万吨。";
  const std::string error = "Please enable JavaScript and disable any ad blocker to continue.";
  for (const Case& c : std::vector<Case>{
           {"footer",
            footer,
            {"城东水厂扩建工程通过验收", "台风今夜登陆沿海", "中学生运动会开幕",
             "三条公交线路调整"},
            true},
           {"an error in English",
            error,
            {"Harbour bridge reopens after repairs", "Council votes on school budget",
             "Rain delays the cup final", "Two held over museum theft"},
            true},
           {"three headlines prove nothing",
            footer,
            {"城东水厂扩建工程通过验收", "台风今夜登陆沿海", "中学生运动会开幕",
             "中学生运动会开幕"},
            false},
           {"a report under many headlines",
            report,
            {"城东水厂扩建工程通过验收", "水务局:日供水能力提高到三十万吨",
             "扩建工程通过验收 供水能力再提高", "城东水厂扩建"},
            false},
           {"one headline of four is spoken of",
            report,
            {"城东水厂扩建工程通过验收", "台风今夜登陆沿海", "中学生运动会开幕",
             "三条公交线路调整"},
            false},
           {"unknown headlines", footer, {"", "", "", "", ""}, false},
       }) {
    EXPECT_EQ(IsBoilerplate(BodyOf(c.body), c.titles), c.boilerplate) << c.name;
  }
}

TEST(BoilerplateTest, OneHeadlineInTenMayBeSpokenOf) {
  std::vector<std::string> titles;
  const std::string letters = "甲乙丙丁戊己庚辛壬";
  for (int i = 0; i < 9; ++i) {
    titles.push_back(letters.substr(static_cast<size_t>(i) * 3, 3) + "区运动会今日开幕");
  }
  titles.push_back("本站广告服务与联系方式");
  const Body footer = BodyOf("关于我们 广告服务 联系方式 招聘信息");
  EXPECT_TRUE(IsBoilerplate(footer, titles));
  titles.pop_back();
  titles.push_back("招聘信息");
  titles.push_back("广告服务");
  EXPECT_FALSE(IsBoilerplate(footer, titles));
}

}  // namespace
}  // namespace wirecopy
