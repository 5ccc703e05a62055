#include "outlet_page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace wirecopy {
namespace {

const Outlet kOutlet = {"x",
                        "某报",
                        "www.example",
                        "/{date}/{number}.html",
                        {"某报", "{title}", "{cn_time} 来源：{source}", "作者 {author}", "{body}",
                         "· {related}", "{en_time}", "", "责编 {editor}"}};

TEST(OutletPage, FillsItsFields) {
  PageFields fields;
  fields.title = "标题";
  fields.body = "正文一\n正文二";
  fields.time = "2026-06-08 22:40";
  fields.source = "远江社";
  fields.related = {"甲", "乙"};
  fields.number = 12;
  const Page page = RenderPage(kOutlet, fields);
  EXPECT_EQ(page.before, "某报\n标题\n2026年06月08日 22:40 来源：远江社\n");
  EXPECT_EQ(page.body, "正文一\n正文二");
  EXPECT_EQ(page.after, "\n· 甲\n· 乙\nJune 8, 2026 22:40\n");
  EXPECT_EQ(RenderUrl(kOutlet, fields), "http://www.example/20260608/12.html");
}

TEST(OutletPage, ReadsTheOutletsOfTheSample) {
  const std::vector<Outlet> outlets = ReadOutlets(WIRECOPY_SUPPORT_DIR "/sample/outlets.txt");
  ASSERT_GE(outlets.size(), 20u);
  std::set<std::string> hosts;
  for (const Outlet& outlet : outlets) {
    hosts.insert(outlet.host);
    EXPECT_EQ(std::ranges::count(outlet.page, "{body}"), 1) << outlet.key;
    EXPECT_FALSE(outlet.page.back().empty()) << outlet.key;
  }
  EXPECT_EQ(hosts.size(), outlets.size());
  EXPECT_TRUE(ReadOutlets("/no/such/file").empty());
}

}  // namespace
}  // namespace wirecopy
