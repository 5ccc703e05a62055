// Invented news to run the command on.
#ifndef WIRECOPY_TESTS_CLI_SAMPLE_NEWS_H_
#define WIRECOPY_TESTS_CLI_SAMPLE_NEWS_H_

#include <string>
#include <string_view>

namespace wirecopy {

inline constexpr std::string_view kBridge =
    "青禾市跨江人行桥昨天上午正式开放，首日有一万两千多名市民步行过江。\n"
    "这座桥全长八百六十米，桥面宽九米，两侧种了三百多棵矮樱。设计师何洛川说，桥墩借用了旧渡口的石基"
    "，施工前后花了二十六个月。\n"
    "家住西岸的退休教师罗秋实一早就来排队。她说，过去到东岸买菜要坐轮渡，一来一回四十分钟，现在走路"
    "一刻钟就到。\n"
    "市交通局表示，轮渡将保留早晚两班，供骑电动车的乘客使用，票价不变。桥上夜间十一点后禁止通行，雷"
    "雨大风时临时关闭。\n"
    "下一步，两岸还要各建一处自行车停放点，预计明年春天完工。\n";

inline constexpr std::string_view kLibrary =
    "枫林县图书馆把一辆退役的公共汽车改成流动书车，本周起每天开进两个山村。\n"
    "车厢里装了六排书架，放着两千一百册书，还有一台可以借还的终端。司机兼管理员蒋若木说，孩子们最爱"
    "看的是动物图鉴和连环画。\n"
    "在石门村小学，流动书车停了两个小时，借出一百七十三本书。校长温小满介绍，学校离县城五十公里，以"
    "前一学期才去一次图书馆。\n"
    "县里给这辆车拨了十八万元经费，其中一半用来买新书。图书馆还准备在腊月里请老人到车上讲故事。\n";

inline constexpr std::string_view kGlacier =
    "Researchers on the Halvorsen ice field said on Tuesday that a lake hidden beneath the glacier "
    "had drained in four "
    "days, twice as fast as anyone had measured before.\n"
    "The team, led by Ingrid Tamsin, had placed eleven tilt meters on the ice in spring. The "
    "surface sank by nine metres "
    "while the river below the village of Orrin rose above its summer mark.\n"
    "No one was hurt, and the footbridge at Orrin held, though the water carried away two sheds "
    "and a boat. Farmers moved "
    "their sheep to the upper pasture before noon.\n"
    "Tamsin said the lake would fill again within three winters. A siren will be mounted on the "
    "schoolhouse roof by then.\n";

inline constexpr std::string_view kOrchard =
    "北坪镇的果农今年第一次用上了防霜风机。四月里连着三个夜晚气温降到零下二度，装了风机的果园几乎没"
    "有受冻。\n"
    "镇农技站统计，全镇一百四十台风机覆盖了七千亩梨园，坐果率比没有装的高出三成。种梨二十年的邓长庚"
    "说，往年只能烧麦草熏烟，熏得全村睁不开眼。\n"
    "每台风机要三万二千元，县里补贴一半，其余由合作社分五年付清。风机平时由电脑控制，低于二度自动启"
    "动。\n"
    "农技站站长仇晚晴提醒，风机只能对付逆温天气，遇到寒潮大风还要靠覆膜。\n";

// A record of JSON, one line with its line feed. Line feeds and quotation marks in `text` are
// escaped.
inline std::string Record(std::string_view id, std::string_view outlet, std::string_view published,
                          std::string_view text) {
  std::string line =
      "{\"id\":\"" + std::string(id) + "\",\"outlet\":\"" + std::string(outlet) + "\"";
  if (!published.empty()) line += ",\"published\":\"" + std::string(published) + "\"";
  line += ",\"text\":\"";
  for (char c : text) line += c == '\n' ? "\\n" : c == '"' ? "\\\"" : std::string(1, c);
  return line + "\"}\n";
}

// The text as another outlet carries it: a byline of its own before it, its last line gone.
inline std::string Reprinted(std::string_view text, std::string_view byline) {
  text.remove_suffix(1);
  return std::string(byline) + "\n" + std::string(text.substr(0, text.rfind('\n') + 1));
}

// Seven articles: two stories of three and two, two articles alone.
inline std::string SampleLines() {
  return Record("bridge-1", "青禾日报", "2026-05-04T08:00:00+08:00", kBridge) +
         Record("library-1", "枫林网", "2026-05-05", kLibrary) +
         Record("bridge-2", "江岸晚报", "2026-05-04T15:30:00+08:00",
                Reprinted(kBridge, "来源：青禾日报 2026-05-04 15:30")) +
         Record("glacier-1", "Northern Post", "2026-05-06T10:00:00Z", kGlacier) +
         Record("bridge-3", "新东方网", "2026-05-05T09:00:00+08:00", kBridge) +
         Record("library-2", "山城快报", "2026-05-06", Reprinted(kLibrary, "山城快报 记者 季明")) +
         Record("orchard-1", "北坪农报", "", kOrchard);
}

// Pages of one outlet that all carry a line no rule knows, each beside a report of its own; two of
// the reports are one.
inline std::string OutletLines() {
  const std::string menu = "青禾晨读一百期珍藏本正在预订中欢迎各位老读者到各门市部翻看样书\n";
  std::string lines;
  int n = 0;
  for (const std::string_view text : {kBridge, kLibrary, kGlacier, kOrchard}) {
    lines += Record("own-" + std::to_string(n++), "青禾日报", "", menu + std::string(text));
    lines += Record(
        "far-" + std::to_string(n), "青禾日报", "",
        menu + "第" + std::to_string(n) + "版" + std::string(text.substr(text.find('\n') + 1)));
  }
  return lines + Record("reprint", "江岸晚报", "", Reprinted(kBridge, "来源：青禾日报"));
}

// A gauge's weekly notice; another number, another week.
inline std::string GaugeNotice(int week) {
  constexpr std::string_view kRivers[] = {"青禾江", "枫林河", "石门溪", "北坪水", "澜沙河"};
  constexpr std::string_view kNames[] = {"沈知远", "顾明月", "蒋若木", "温小满", "邓长庚"};
  const auto number = [](int value) { return std::to_string(value); };
  return "水情通报第" + number(21 + week) + "期。截至8时，" + std::string(kRivers[week % 5]) +
         "水文站水位为" + number(11 + week) + "." + number((3 * week + 1) % 10) + "米，流量为每秒" +
         number(640 + 37 * week) + "立方米，低于警戒水位" + number(2 + week) +
         "米。\n本周流域内平均降水量为" + number(12 + 5 * week) + "毫米，最大点降水量为" +
         number(41 + 9 * week) + "毫米。沿岸" + number(3 + week) +
         "座闸门按计划开启，累计下泄水量" + number(210 + 33 * week) + "万立方米。\n值班工程师" +
         std::string(kNames[week % 5]) +
         "提醒，下周中游仍有分散阵雨，请沿岸渔船靠泊避风，请巡堤人员按时上堤，发现险情立即上报。\n";
}

// Four articles of one form, no two of them one story.
inline std::string NoticeLines() {
  std::string lines;
  for (int week = 0; week < 4; ++week) {
    lines += Record("gauge-" + std::to_string(week), "青禾日报",
                    "2026-05-0" + std::to_string(1 + 2 * week), GaugeNotice(week));
  }
  return lines;
}

}  // namespace wirecopy

#endif  // WIRECOPY_TESTS_CLI_SAMPLE_NEWS_H_
