// Pages as sites deliver them, with what is furniture of each and what is not.
#include <ostream>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "wirecopy/text/folded_page.h"
#include "wirecopy/text/furniture.h"
#include "wirecopy/text/utf8.h"

namespace wirecopy {
namespace {

std::string Utf8(std::u32string_view text) {
  std::string out;
  for (char32_t c : text) AppendUtf8(c, out);
  return out;
}

std::u32string Folded(std::string_view text) { return FoldPage(text).chars; }

// The page with each masked stretch as {kind:…}, for messages.
std::string Shown(const FoldedPage& page, const Furniture& furniture) {
  std::string out;
  uint32_t at = 0;
  for (const FurnitureSpan& span : furniture.spans) {
    out += Utf8(page.chars.substr(at, span.begin - at));
    out += '{';
    out += FurnitureKindName(span.kind);
    out += ':';
    out += Utf8(page.chars.substr(span.begin, span.end - span.begin));
    out += '}';
    at = span.end;
  }
  return out + Utf8(page.chars.substr(at));
}

struct PageCase {
  const char* name;
  std::string text;
  std::vector<std::string> masked;  // each stands in the page and is masked throughout
  std::vector<std::string> kept;    // each stands in the page and is not masked anywhere
};

void PrintTo(const PageCase& page, std::ostream* out) { *out << page.name; }

// Four paragraphs to stand for the article in Chinese pages.
const std::string kBody =
    "6月2日上午,青河市召开防汛工作会议,研究部署下一阶段重点任务。市长周正元主持会议并讲话。\n"
    "会议指出,今年入汛以来全市降水明显偏多,部分水库超过汛限水位,防汛形势不容乐观。各县区要压实责任,"
    "加密巡查。\n"
    "周正元强调,要把人民生命安全放在第一位,坚决克服麻痹思想,做好群众转移安置工作。\n"
    "市直有关部门负责同志参加会议。";
const std::string kBodyStart = "6月2日上午,青河市召开防汛工作会议";
const std::string kBodyEnd = "市直有关部门负责同志参加会议。";

const std::string kStory =
    "Workers at the Northgate shipyard voted on Tuesday to end a strike that had lasted eleven "
    "weeks.\n"
    "The union said the new contract raises wages by six percent and restores two paid holidays.\n"
    "Managers welcomed the result and said production would resume on Monday.";

// `text` with its line breaks as spaces: a page whose lines were run together.
std::string Flat(std::string text) {
  for (char& c : text) c = c == '\n' ? ' ' : c;
  return text;
}

const std::string kHead =
    "设为首页 加入收藏\n"
    "新闻 | 时政 | 财经 | 体育 | 娱乐 | 视频 | 图片\n"
    "当前位置:首页 > 新闻 > 本地 > 正文\n"
    "青河市部署防汛工作\n"
    "发布时间:2023年06月02日 18:20 来源:青河时报 浏览次数:311 字体:[大 中 小]\n";
const std::string kTail =
    "\n[责任编辑:孙一凡]\n"
    "分享到: 微信 微博 QQ空间 复制链接\n"
    "相关阅读\n"
    "山区道路抢修完成 恢复双向通车\n"
    "夏粮收购进度过半,农户怎么说?\n"
    "公交新线路下周开通 06-01\n"
    "关于我们 | 联系我们 | 网站地图 | 广告服务\n"
    "版权声明:凡本网注明来源的作品,版权均属于本网,未经授权不得转载。\n"
    "违法和不良信息举报电话:0700-5550123 举报邮箱:jubao@example.cn\n"
    "甘ICP备00000000号-1 技术支持:青河信息中心";

std::vector<PageCase> ChinesePages() {
  return {
      {"page with lines",
       kHead + kBody + kTail,
       {"设为首页 加入收藏", "新闻 | 时政", "当前位置:首页", "发布时间:2023年06月02日 18:20",
        "浏览次数:311", "[责任编辑:孙一凡]", "复制链接", "相关阅读", "山区道路抢修完成",
        "夏粮收购进度过半,农户怎么说?", "06-01", "广告服务", "未经授权不得转载", "举报邮箱",
        "ICP备"},
       {"青河市部署防汛工作", kBodyStart, kBodyEnd}},
      {"page in one line",
       Flat(kHead + kBody + kTail),
       {"设为首页 加入收藏", "新闻 | 时政", "发布时间:2023年06月02日 18:20", "浏览次数:311",
        "[责任编辑:孙一凡]", "山区道路抢修完成", "未经授权不得转载", "ICP备"},
       {"青河市部署防汛工作", kBodyStart, kBodyEnd}},
      {"Traditional page",
       "返回首頁\n即時 | 港聞 | 國際 | 財經 | 體育 | "
       "副刊\n醫院擴建工程下月動工\n發佈時間:2023-06-02 10:00\n"
       "醫院管理部門昨日公布,擴建工程將於下月動工,預計三年完成。新大樓設四百張病床。\n"
       "發言人表示,工程期間門診服務維持不變,病人無須改期。\n"
       "責任編輯:陳大文\n更多內容\n渡輪加開班次疏導人潮\n圖書館延長開放時間\n私隱政策 | 使用條款 | "
       "聯絡我們\n版權所有 不得轉載",
       {"返回首頁", "即時 | 港聞", "發佈時間:2023-06-02", "責任編輯", "渡輪加開班次", "私隱政策",
        "版權所有"},
       {"醫院擴建工程下月動工", "醫院管理部門昨日公布", "病人無須改期"}},
      {"neighbours and site code",
       "您现在所在的位置:首页 > 政务动态 > 部门动态\n我县召开秋粮收购推进会\n索引号:000014349 "
       "发布机构:县政府办 发布日期:2021-10-08\n" +
           kBody +
           "\n上一篇:全县安全生产会议召开\n下一篇:没有了\n主办:县政府办公室 "
           "承办:县信息中心\n网站标识码:0000000000",
       {"政务动态", "发布机构:县政府办", "全县安全生产会议召开", "没有了", "主办:县政府办公室",
        "网站标识码"},
       {"我县召开秋粮收购推进会", kBodyStart, kBodyEnd}},
      {"breadcrumb cut by spaces",
       Flat("您现在所在的位置:首页 > 政务动态 > 部门动态\n我县召开秋粮收购推进会\n" + kBody +
            "\n【编辑:林一】"),
       {"政务动态", "部门动态", "【编辑:林一】"},
       {"我县召开秋粮收购推进会", kBodyStart, kBodyEnd}},
      {"group names above an original title",
       "青河日报 青河晚报 小河同学\n青河印务 青河发行 青河广告 青河文旅 青河教育 青河书画 青河物流 "
       "青河会展 青河传媒\n原标题:\n"
       "青河市部署防汛工作\n" +
           kBody,
       {"青河日报 青河晚报", "青河会展", "原标题:"},
       {"青河市部署防汛工作", kBodyStart}},
      {"bulleted headlines of a flattened page",
       Flat(kBody + "\n· 山区道路抢修完成 05-14\n· 夏粮收购进度过半 02-10\n今日热点排行\n· "
                    "公交新线路下周开通\n· 图书馆延长开放"),
       {"山区道路抢修完成", "夏粮收购进度过半", "公交新线路下周开通"},
       {kBodyStart, kBodyEnd}},
      {"labels run together",
       kBody + "\n来源:本网时间:2022-05-11 08:39编辑:林一",
       {"来源:本网时间:2022-05-11 08:39编辑:林一"},
       {kBodyStart, kBodyEnd}},
      {"slash dates run together",
       "青河市部署防汛工作\n时间:2018/10/24 17:10来源:青河政府网编辑:林一\n" + kBody,
       {"时间:2018/10/24 17:10来源:青河政府网编辑:林一"},
       {"青河市部署防汛工作", kBodyStart, kBodyEnd}},
      {"column menu",
       "青河热线\n首页\n时政\n财经\n民生\n公益\n论坛\n青河市部署防汛工作\n2023-06-02 18:20\n" +
           kBody,
       {"青河热线", "首页", "论坛", "2023-06-02 18:20"},
       {"青河市部署防汛工作", kBodyStart, kBodyEnd}},
      {"editor at the end of the paragraph",
       kBody + "(完)【编辑:林一】",
       {"【编辑:林一】"},
       {kBodyStart, kBodyEnd}},
      {"editor glued to the last sentence", kBody + "责任编辑:林一", {"责任编辑:林一"}, {kBodyEnd}},
      {"source at the end of a line",
       Flat(kBody) + " 来源:青河时报\n|",
       {"来源:青河时报"},
       {kBodyStart, kBodyEnd}},
      {"foreign copyright paragraph and links",
       kBody + "\n版权声明:凡注明“来源:远山网”的所有作品,版权归远山文化公司。任何媒体转载、摘编,"
               "须注明来源,否则将追究法律责任。\n"
               "- 让书香伴孩子成长\n- 我市新增两条货运专线 明年开通\n- 老街改造留住乡愁\n- "
               "夯实基础 把握方向",
       {"版权归远山文化公司", "让书香伴孩子成长", "夯实基础 把握方向"},
       {kBodyStart, kBodyEnd}},
      {"list of dated headlines without a heading",
       kBody + "\n山区道路抢修完成 05-14\n夏粮收购进度过半 02-10\n公交新线路下周开通 12-25",
       {"山区道路抢修完成 05-14", "公交新线路下周开通"},
       {kBodyEnd}},
      {"spam row at the bottom",
       kBody + "\n三级片在线观看,无码中文字幕,精品视频免费,久久综合网",
       {"三级片在线观看"},
       {kBodyEnd}},
      {"spam row at the top",
       "老虎机下载,开户送彩金,百家乐技巧,真人娱乐城\n" + kBody,
       {"老虎机下载"},
       {kBodyStart}},
      {"label and value on two lines",
       "青河市部署防汛工作\n来源:\n青河时报\n" + kBody,
       {"来源:", "青河时报"},
       {"青河市部署防汛工作", kBodyStart}},
      {"agency and time without labels",
       "青河市部署防汛工作\n新闻社 2022-03-19 16:07\n" + kBody,
       {"2022-03-19 16:07"},
       {"青河市部署防汛工作", kBodyStart}},
      {"original title",
       "原标题:青河市部署防汛工作\n" + kBody,
       {"原标题:青河市部署防汛工作"},
       {kBodyStart}},
      {"headline that ends like a sentence before the time",
       "十项措施今起施行,这些变化你都知道了吗?一图读懂。\n2023年06月29日 17:36\n" + kBody,
       {"2023年06月29日 17:36"},
       {kBodyStart}},
      {"related box between paragraphs",
       kBody + "\n相关新闻\n山区道路抢修完成 恢复通车\n夏粮收购进度过半\n" + kBody + "\n" + kBody,
       {"相关新闻", "山区道路抢修完成", "夏粮收购进度过半"},
       {kBodyStart, kBodyEnd}},
      {"scan and print",
       kBody + "\n扫一扫在手机打开当前页\n【打印】 【关闭】\n我要评论 | 打印本页 | 关闭窗口",
       {"扫一扫在手机打开当前页", "【打印】 【关闭】", "打印本页"},
       {kBodyEnd}},
      {"contact lines",
       kBody + "\n地址:青河市人民路12号 邮编:730000 电话:0700-5550123\nservice@example.cn",
       {"地址:青河市人民路12号", "service@example.cn"},
       {kBodyEnd}},
  };
}

std::vector<PageCase> KeptPages() {
  return {
      {"short notice alone", "明日停水通知:青河路一带8时至17时停水。", {}, {"明日停水通知"}},
      {"a few words", "版权所有 不得转载", {}, {"版权所有"}},
      {"subheads",
       "一 压实责任\n" + kBody + "\n二 加密巡查\n" + kBody + "\n三 保障物资\n" + kBody +
           "\n[责任编辑:林一]",
       {"[责任编辑:林一]"},
       {"一 压实责任", "二 加密巡查", "三 保障物资"}},
      {"verse",
       "近日,"
       "在青河\n又有好消息传来\n一座新桥通车了\n老人们来到桥上\n孩子们跑来跑去\n“终于不用绕路了”\n"
       "大家都笑了\n"
       "来源:青河时报",
       {"来源:青河时报"},
       {"近日,在青河", "一座新桥通车了", "大家都笑了"}},
      {"attendance",
       kBody + "\n市领导张一、王二、李三、赵四、钱五出席会议",
       {},
       {"市领导张一、王二、李三、赵四、钱五出席会议"}},
      {"names parted by spaces",
       kBody + "\n受表彰名单\n张一山 王二河 李三江 赵四海 钱五湖 孙六桥",
       {},
       {"张一山 王二河", "孙六桥"}},
      {"medal table",
       kBody + "\n金牌 银牌 铜牌\n东区 12 8 5\n西区 10 9 7\n南区 6 6 11\n" + kBody,
       {},
       {"东区 12 8 5", "南区 6 6 11"}},
      {"questions and answers",
       "记者:这座桥什么时候开工?\n周正元:明年春天开工,工期两年。资金已经到位,图纸也已审定。\n"
       "记者:对两岸居民有什么影响?\n周正元:施工期间渡船照常,票价不变。我们会听取大家的意见。",
       {},
       {"记者:这座桥什么时候开工?", "记者:对两岸居民有什么影响?", "渡船照常"}},
      {"hotline inside the article",
       "青河市开通防汛热线。市民发现险情可以拨打热线电话0700-5550123,全天有人值守。\n" + kBody,
       {},
       {"0700-5550123"}},
      {"hotlines the article ends with",
       kBody + "\n东区防汛值班电话:5550101\n西区防汛值班电话:5550102\n南区防汛值班电话:5550103",
       {},
       {"东区防汛值班电话", "南区防汛值班电话"}},
      {"results with labels",
       "彩虹组推荐号码汇总\n周组:02 05 11 15 + 01 05\n吴组:03 08 17 19 + 09 11\n开头热点:02 03 "
       "结尾热点:31 32\n郑组:05 12 13 15",
       {},
       {"周组:02 05", "开头热点:02 03"}},
      {"label words inside other words",
       kBody + "\n医院、学校对口帮扶\n斯文已逝 风骨犹存\n" + kBody,
       {},
       {"医院、学校对口帮扶", "斯文已逝"}},
      {"bulleted items of the article",
       "会议确定三项任务:\n· 加固堤防二十公里\n· 清理河道三十处\n· 转移群众两千人\n" + kBody,
       {},
       {"加固堤防二十公里", "转移群众两千人"}},
      {"bulleted items at the end that the text announces",
       kBody + "\n三项任务是:\n· 加固堤防二十公里\n· 清理河道三十处\n· 转移群众两千人",
       {},
       {"加固堤防二十公里", "转移群众两千人"}},
      {"an article about copyright",
       "国家机关通报,多家网站未经许可转载新闻作品,侵犯着作权。执法人员责令其立即删除,"
       "并处以罚款。\n" +
           kBody + "\n" + kBody,
       {},
       {"未经许可转载新闻作品"}},
      {"dateline",
       "某通社青河6月2日电(记者林一)青河市召开防汛工作会议,部署下一阶段任务。会议由周正元主持。\n" +
           kBody,
       {},
       {"某通社青河6月2日电(记者林一)"}},
      {"live report with times",
       "14:05 比赛开始,主队开球。\n14:20 主队先入一球,全场欢呼。\n14:48 上半场结束,比分1比0。\n" +
           kBody,
       {},
       {"14:20 主队先入一球"}},
      {"English words in a Chinese lesson",
       "请背诵以下词组 get up 起床 go home 回家 hurry up 赶快 wash hands "
       "洗手。老师会在课上听写,每词两遍。",
       {},
       {"get up 起床 go home 回家", "洗手"}},
      {"headlines of a feed",
       "Shipyard strike ends after eleven weeks  Harbor Post\nBusiness leaders welcome deal  "
       "Valley Sun\n"
       "Sources: second vote planned  Coast Wire",
       {},
       {"Shipyard strike ends", "Business leaders welcome deal", "Sources: second vote planned"}},
      {"empty", "", {}, {}},
      {"nothing but marks", "| · >\n-\n", {}, {}},
  };
}

std::vector<PageCase> EnglishPages() {
  const std::string head =
      "Skip to content\nThe Harbor Post\nHome\nNews\nBusiness\nSports\nOpinion\nWeather\nShipyard "
      "strike ends\n"
      "By Jane Doe | April 13, 2015\n";
  const std::string tail =
      "\n(Reporting by Jane Doe; Editing by John Roe)\nRelated stories\nFerry fares to rise in "
      "May\n"
      "Council backs new bridge\nSign up for our newsletter\nAdvertisement\n"
      "Copyright 2015 Harbor Post. All rights reserved. Terms of use. Privacy policy.";
  return {
      {"page with lines",
       head + kStory + tail,
       {"Skip to content", "The Harbor Post", "Home", "Weather", "By Jane Doe | April 13, 2015",
        "Reporting by Jane Doe", "Related stories", "Ferry fares to rise in May",
        "Sign up for our newsletter", "Advertisement", "Copyright 2015"},
       {"Shipyard strike ends", "Workers at the Northgate shipyard", "resume on Monday."}},
      {"page in one line",
       Flat("Harbor Post Home News Business Sports Opinion Weather Shipyard strike ends April 13, "
            "2015 - Updated 18:19 GMT " +
            kStory +
            " More from Harbor Post * Ferry fares to rise * Council backs bridge Copyright 2015 "
            "Harbor Post. Terms."),
       {"Harbor Post Home News Business Sports Opinion Weather",
        "April 13, 2015 - Updated 18:19 GMT", "More from Harbor Post * Ferry fares",
        "Copyright 2015 Harbor Post."},
       {"Shipyard strike ends", "Workers at the Northgate shipyard", "resume on Monday."}},
      {"page in one line with a cookie notice",
       Flat("Accept cookies We use cookies to improve your experience. Harbor Post News Sport "
            "Business Opinion Culture "
            "Shipyard strike ends " +
            kStory +
            " Topics Business Most viewed Ferry fares to rise Council backs bridge "
            "Sign up to our daily briefing © 2021 Harbor Post. All rights reserved."),
       {"We use cookies", "Opinion Culture", "Most viewed", "Council backs bridge",
        "© 2021 Harbor Post"},
       {"Shipyard strike ends", "Workers at", "resume on Monday."}},
      {"time ago",
       "Shipyard strike ends\nPublished 3 hours ago\nBy Mary Major\n" + kStory,
       {"Published 3 hours ago", "By Mary Major"},
       {"Shipyard strike ends", "Workers at"}},
      {"menu in one line",
       "Harbor Post\nPolitics Business World Travel Arts Sports Science\nShipyard strike ends\n" +
           kStory,
       {"Harbor Post", "Politics Business World"},
       {"Shipyard strike ends", "Workers at"}},
      {"staff writer",
       "Shipyard strike ends\nJuly 12, 2014\nJohn Stone, Staff Writer\n" + kStory,
       {"July 12, 2014", "John Stone, Staff Writer"},
       {"Shipyard strike ends", "Workers at"}},
      {"updated",
       "Shipyard strike ends\nUpdated 1:45 GMT\n" + kStory,
       {"Updated 1:45 GMT"},
       {"Workers at"}},
      {"read more between paragraphs",
       kStory + "\nRead more: Ferry fares to rise in May\n" + kStory,
       {"Read more: Ferry fares to rise in May"},
       {"Workers at", "resume on Monday."}},
      {"share bar",
       kStory + "\nShare this article\nFacebook Twitter Email Print\nMost read\nFerry fares to "
                "rise\nCouncil backs bridge",
       {"Share this article", "Facebook Twitter", "Most read", "Council backs bridge"},
       {"resume on Monday."}},
      {"cookie notice",
       "We use cookies to give you the best experience. Read our cookie policy.\nShipyard strike "
       "ends\n" +
           kStory,
       {"We use cookies"},
       {"Shipyard strike ends", "Workers at"}},
      {"dateline", "LONDON (Reuters) - " + kStory, {}, {"LONDON (Reuters) - Workers"}},
      {"sentences with menu words",
       "The home team won. Sports and politics rarely mix, said the world champion, whose business "
       "is music and travel.",
       {},
       {"Sports and politics rarely mix"}},
  };
}

// What platforms put around an article, and applications that want to be downloaded.
std::vector<PageCase> PlatformPages() {
  return {
      {"public account",
       "防汛会议召开\n原创 小编 青河发布\n微信号 qinghe01\n点击上方蓝字关注我们\n" + kBody +
           "\n- END -\n长按二维码关注\n觉得不错,请点个在看\n阅读原文\n阅读 812 在看 9",
       {"原创 小编", "微信号 qinghe01", "点击上方蓝字关注我们", "END", "长按二维码关注", "阅读原文",
        "在看 9"},
       {"防汛会议召开", kBodyStart, kBodyEnd}},
      {"application between paragraphs",
       "打开APP\n防汛会议召开\n10-19 16:47 阅读20万+\n" + kBody +
           "\n剩余57%未读,下载客户端查看全文\n" + kBody + "\n热评\n暂无评论,快来抢沙发",
       {"打开APP", "10-19 16:47 阅读20万+", "剩余57%未读,下载客户端查看全文", "热评", "快来抢沙发"},
       {"防汛会议召开", kBodyStart, kBodyEnd}},
      {"forum",
       "查看: 812|回复: 12\n防汛会议召开\n主题 3 帖子 51 积分 4021\n发消息\n电梯直达\n" + kBody +
           "\n使用道具 举报\n您需要登录后才可以回帖 登录 | 立即注册",
       {"查看: 812|回复: 12", "主题 3 帖子 51 积分 4021", "发消息", "电梯直达", "使用道具 举报"},
       {"防汛会议召开", kBodyStart, kBodyEnd}},
      {"Traditional site",
       "港聞\n新聞 > 本地\n防汛會議召開\n4 分鐘 "
       "(閱讀時間)\n請同意我們的隱私權規範,才能啟用聽新聞的功能。\n" +
           kBody + "\n#青河 #防汛\nhttps://news.example.org/a/812\n相關字詞﹕青河 防汛",
       {"港聞", "新聞 > 本地", "4 分鐘 (閱讀時間)", "請同意我們的隱私權規範", "#青河 #防汛",
        "https://news.example.org/a/812", "相關字詞"},
       {"防汛會議召開", kBodyStart, kBodyEnd}},
      {"numbered labels",
       "1.媒體來源:\n青河日報\n2.完整新聞標題:\n防汛會議召開\n" + kBody,
       {"1.媒體來源:", "青河日報", "2.完整新聞標題:"},
       {kBodyStart}},
      {"wire desk",
       "Shipyard strike ends\nWire News | Agency | 22 November 2018\n3 Min Read\n" + kStory +
           "\nReporters Jane Doe in London and John Roe in Leeds contributed to this report.\n"
           "(c) 2018 Daily Wire. Distributed by the Example Agency.",
       {"Wire News | Agency | 22 November 2018", "3 Min Read", "contributed to this report",
        "(c) 2018 Daily Wire"},
       {"Shipyard strike ends", "Workers at"}},
      {"long date behind a label",
       "Shipyard strike ends\nUpdated: September 3, 2018 at 5:47 p.m. EST\n" + kStory,
       {"Updated: September 3, 2018 at 5:47 p.m. EST"},
       {"Workers at"}},
      {"newsletter box between paragraphs",
       "Shipyard strike ends\n" + kStory +
           "\nSign up for the morning briefing\nGet what you need, delivered to your inbox.\nSee "
           "sample | Privacy policy\nAdvertisement\nContinue reading the main story\n" +
           kStory,
       {"Get what you need, delivered to your inbox.", "See sample | Privacy policy",
        "Advertisement", "Continue reading the main story"},
       {"Shipyard strike ends", "Workers at"}},
      {"teaser above the form for comments",
       "Skip to content\nHome\nAbout\nContact\nShipyard strike ends\nWorkers at the Northgate "
       "shipyard "
       "voted on Tuesday to end a strike that had lasted eleven weeks and cost the...\nRead more\n"
       "Leave a Reply\nYour email address will not be published. Required fields are marked *\n"
       "Save my name, email, and website in this browser for the next time I comment.",
       {"Skip to content", "Leave a Reply", "Save my name"},
       {"Workers at the Northgate"}},
      {"wrapped lines above the form for comments",
       "Skip to content\nHome\nAbout\nContact\nWorkers at the Northgate shipyard voted on Tuesday "
       "to "
       "end a\nstrike that had lasted eleven weeks. The union said the new contract\nraises wages "
       "by "
       "six percent and restores two paid holidays, and that\nwork would resume\nLeave a "
       "Reply\nSave "
       "my name, email, and website in this browser for the next time I comment.",
       {"Skip to content", "Leave a Reply", "Save my name"},
       {"Workers at the Northgate", "work would resume"}},
  };
}

// What looks like the above and is the article's.
std::vector<PageCase> PlatformLookalikes() {
  return {
      {"small print of the article", kStory + "\nSubscribe now\n" + kStory, {}, {"Subscribe now"}},
      {"a sentence about applications",
       "青河\n" + kBody +
           "\n下载客户端的市民已有三万人,周正元说,平台还将增加预警功能,覆盖全部乡镇和村庄。",
       {},
       {"下载客户端的市民已有三万人"}},
      {"a heading that counts", kBody + "\n三个主题 五项任务\n" + kBody, {}, {"三个主题 五项任务"}},
      {"an address in a sentence",
       kStory + " The text is at https://example.org/contract today.",
       {},
       {"https://example.org/contract"}},
  };
}

class FurniturePageTest : public testing::TestWithParam<PageCase> {};

TEST_P(FurniturePageTest, MasksTheSiteAndKeepsTheArticle) {
  const FoldedPage page = FoldPage(GetParam().text);
  const Furniture furniture = FindFurniture(page);
  std::vector<bool> masked(page.chars.size());
  for (const FurnitureSpan& span : furniture.spans) {
    for (uint32_t i = span.begin; i < span.end; ++i) masked[i] = true;
  }
  const auto count = [&](const std::string& part, size_t& size) {
    const std::u32string folded = Folded(part);
    const size_t at = page.chars.find(folded);
    size = folded.size();
    if (at == page.chars.npos) return std::u32string::npos;
    size_t masks = 0;
    for (size_t i = at; i < at + folded.size(); ++i) masks += masked[i] || page.chars[i] == U' ';
    size_t spaces = 0;
    for (char32_t c : folded) spaces += c == U' ';
    size -= spaces;
    return masks - spaces;
  };
  size_t size = 0;
  for (const std::string& part : GetParam().masked) {
    EXPECT_EQ(count(part, size), size) << "not masked: " << part << "\n" << Shown(page, furniture);
  }
  for (const std::string& part : GetParam().kept) {
    EXPECT_EQ(count(part, size), 0u) << "masked: " << part << "\n" << Shown(page, furniture);
  }
}

std::string CaseName(const testing::TestParamInfo<PageCase>& info) {
  std::string name = info.param.name;
  for (char& c : name) c = c == ' ' ? '_' : c;
  return name;
}

INSTANTIATE_TEST_SUITE_P(Chinese, FurniturePageTest, testing::ValuesIn(ChinesePages()), CaseName);
INSTANTIATE_TEST_SUITE_P(Kept, FurniturePageTest, testing::ValuesIn(KeptPages()), CaseName);
INSTANTIATE_TEST_SUITE_P(Platform, FurniturePageTest, testing::ValuesIn(PlatformPages()), CaseName);
INSTANTIATE_TEST_SUITE_P(PlatformKept, FurniturePageTest, testing::ValuesIn(PlatformLookalikes()),
                         CaseName);
INSTANTIATE_TEST_SUITE_P(English, FurniturePageTest, testing::ValuesIn(EnglishPages()), CaseName);

}  // namespace
}  // namespace wirecopy
