// The phrase bank of made_text.cc. In a template, {p} stands for a place, {n} a person, {o} an
// office, {s} a subject, {v} what is done to it, {d} a day, {q} a number, {w} a word.
#ifndef WIRECOPY_BENCH_MADE_TEXT_PHRASES_H_
#define WIRECOPY_BENCH_MADE_TEXT_PHRASES_H_

#include <string_view>

namespace wirecopy::bench {

struct PhraseBank {
  const std::string_view* leads;
  size_t lead_count;
  const std::string_view* facts;
  size_t fact_count;
  const std::string_view* formulas;
  size_t formula_count;
  const std::string_view* places;
  size_t place_count;
  const std::string_view* surnames;
  size_t surname_count;
  const std::string_view* given;
  size_t given_count;
  const std::string_view* offices;
  size_t office_count;
  const std::string_view* words;
  size_t word_count;
  const std::string_view* verbs;
  size_t verb_count;
};

inline constexpr std::string_view kChineseLeads[] = {
    "本报{p}{d}讯 {o}{d}在{p}召开{s}座谈会，{o}负责人{n}出席并讲话。",
    "{p}{d}电 记者从{o}获悉，{s}项目近日在{p}{v}，总投资{q}亿元。",
    "{d}，{p}举行{s}现场会，来自{q}个县区的代表参加，{n}主持会议。",
    "{o}{d}发布通报称，{p}今年已有{q}处{s}完成{v}。",
    "入冬以来，{p}的{s}成了街头巷尾的话题，{n}对此深有体会。",
};
inline constexpr std::string_view kChineseFacts[] = {
    "{n}介绍，{p}的{s}去年{v}{q}次，比前年多出{q}次。",
    "据{o}统计，截至{d}，全市{s}共有{q}户，其中{w}{w}占{q}%。",
    "在{p}，{n}家的{w}{w}刚刚{v}，院子里堆着{q}袋{w}{w}。",
    "“{s}不能只看{w}，还要看{w}{w}。”{n}说，{q}年前他就{v}过{w}{w}。",
    "{o}的{n}告诉记者，{w}{w}与{w}{w}之间差了{q}公里，{v}起来并不容易。",
    "{d}傍晚，{p}{w}{w}旁的{s}{v}，{q}名{w}{w}赶到现场。",
    "从{p}到{p}，{s}的{w}{w}走了{q}天，沿途{v}了{q}个{w}{w}。",
    "{n}翻开{w}本，上面记着{q}笔{w}{w}，每一笔都与{s}有关。",
    "按照{o}的安排，{w}{w}将在{d}前{v}，{s}随后{v}。",
    "{p}的{w}{w}因{s}停了{q}小时，{n}带人{v}到天亮。",
    "与{w}{w}不同，{s}更看重{w}{w}，{q}位{w}{w}为此{v}。",
    "{n}今年{q}岁，在{p}做{w}{w}已有{q}年，{s}是他{v}的第{q}件事。",
    "记者在{p}看到，{q}台{w}{w}正在{v}，{s}的{w}{w}已经排到{d}。",
    "{o}提供的{w}{w}显示，{s}的{w}{w}由{q}吨降到{q}吨。",
    "{w}{w}怎么{v}？{n}的办法是把{s}分成{q}段，一段一段{v}。",
    "{d}的{w}{w}会上，{n}与{n}就{s}的{w}{w}争了{q}分钟。",
};
inline constexpr std::string_view kChineseFormulas[] = {
    "会议要求，各地各部门要提高认识，压实责任，把各项工作落到实处。",
    "会议指出，要统筹当前和长远，坚持问题导向，确保取得实际成效。",
    "下一步，有关部门将继续加大工作力度，切实维护群众利益。",
    "市直有关单位主要负责同志参加会议。",
    "要加强组织领导，健全工作机制，形成上下联动的良好局面。",
    "目前，各项准备工作正在有序推进之中。",
    "要广泛宣传发动，营造人人关心、人人参与的浓厚氛围。",
    "会前，与会人员实地察看了现场，听取了情况汇报。",
};
inline constexpr std::string_view kChinesePlaces[] = {
    "青禾县", "白沙镇", "临泉区", "望江市", "石桥村", "南坪镇", "柳河县", "东岭区",
    "云台市", "渡口镇", "清水湾", "大营乡", "北塘区", "龙潭县", "西关街", "平川市",
    "双井村", "红崖县", "金滩镇", "长堤区", "桐山市", "竹溪乡",
};
inline constexpr std::string_view kChineseSurnames[] = {
    "赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋",
    "沈", "韩", "杨", "朱", "秦", "尤", "许", "何", "吕", "施", "张", "孔", "曹",
    "严", "华", "金", "魏", "陶", "姜", "戚", "谢", "邹", "喻", "柏", "水",
};
inline constexpr std::string_view kChineseGiven[] = {
    "安", "宁", "建", "国", "志", "明", "春", "海", "文", "斌", "秀", "兰",
    "玉", "梅", "德", "胜", "小", "川", "立", "新", "晓", "峰", "永", "康",
    "向", "东", "雪", "松", "佳", "颖", "伟", "民", "庆", "平", "若", "冰",
};
inline constexpr std::string_view kChineseOffices[] = {
    "县水务局", "市档案馆",   "区民政局", "省地质队", "市气象台", "县供销社",
    "市园林处", "区教育局",   "省航道局", "市博物馆", "县林业站", "市公交集团",
    "区卫健委", "市消防支队", "县农机站", "市图书馆",
};
inline constexpr std::string_view kChineseWords[] = {
    "渠道", "果园", "桥梁", "账册", "牛羊", "稻种", "灯塔", "雨棚", "书店", "校车", "水泵", "窑洞",
    "茶山", "鱼塘", "烟囱", "货轮", "站台", "锅炉", "戏台", "围墙", "石料", "药材", "棉纱", "邮筒",
    "航标", "苗圃", "煤仓", "油坊", "蜂箱", "瓷器", "竹筏", "灶台", "粮仓", "铁轨", "电缆", "路灯",
    "池塘", "渔网", "木匠", "护士", "司机", "画师", "厨师", "学徒", "船工", "猎户", "牧民", "摊贩",
    "乐队", "球队", "棋手", "考生", "游客", "邻居", "老兵", "工友", "票据", "图纸", "样品", "标本",
    "证件", "手稿", "旧照", "族谱", "碑文", "古井", "城砖", "戏服", "铜钟", "砚台", "暖气", "水位",
    "气温", "口感", "产量", "房租", "车速", "学费", "药价", "客流", "电压", "土质", "颜色", "音色",
};
inline constexpr std::string_view kChineseVerbs[] = {
    "开工", "验收", "搬迁", "检修", "翻新", "登记", "清点", "改造", "停运",
    "重启", "试用", "核对", "加固", "拆除", "移交", "巡查", "扩建", "抢修",
    "开张", "招标", "复查", "调试", "封存", "整理", "抽检", "展出",
};

inline constexpr std::string_view kEnglishLeads[] = {
    "{p}, {d} - {o} opened a meeting on {s} in {p} on Monday, and {n} spoke first.",
    "{p} - Work on {s} was {v} this week, {o} said, at a cost of {q} million.",
    "{n} had waited {q} years before {s} was {v} near {p}.",
    "{o} published {q} pages about {s} on {d}, and {p} was quick to answer.",
};
inline constexpr std::string_view kEnglishFacts[] = {
    "{n} said {s} in {p} had been {v} {q} times, against {q} the year before.",
    "Figures from {o} count {q} households with {s}, and {q} percent of them keep {w} and {w}.",
    "Behind the {w} in {p}, {n} stacked {q} boxes of {w} beside the {w}.",
    "\"You cannot judge {s} by the {w} alone,\" said {n}, who {v} a {w} with {q} {w} hands.",
    "Between the {w} and the {w} lie {q} miles, and {s} was {v} along all of them.",
    "On {d} the {w} near {p} was {v}, and {q} men carried the {w} to the {w}.",
    "{n} opened a {w} in which {q} sums were entered, each for {s} or the {w}.",
    "Under the plan of {o} the {w} will be {v} by {d}, the {w} a month later.",
    "The {w} of {p} stood still for {q} hours while {n} {v} the {w} by lamplight.",
    "Unlike the {w}, {s} needs a {w}, and {q} owners of a {w} have {v} theirs.",
    "{n}, {q}, has run the {w} in {p} for {q} years and calls {s} a {w} matter.",
    "Reporters in {p} saw {q} {w} crews at the {w}; {s} was {v} until {d}.",
    "How is a {w} {v}? {n} divides {s} into {q} parts and the {w} into {q} more.",
    "At the {w} hearing {n} and {n} argued for {q} minutes over {s} and the {w}.",
};
inline constexpr std::string_view kEnglishFormulas[] = {
    "The office did not immediately respond to a request for comment.",
    "Officials said the matter remained under review and declined to give further details.",
    "The figures could not be independently verified.",
    "A spokesman said that preparations were under way and would continue as planned.",
    "Shares were little changed in afternoon trading.",
    "The authorities called on residents to follow the instructions of the emergency services.",
};
inline constexpr std::string_view kEnglishPlaces[] = {
    "Marlow Bridge",  "Eastholm",    "Port Anders",  "Little Farrow", "Quarry Hill", "Saint Odo",
    "Brennick",       "Wexcombe",    "Upper Tansey", "Holm Sands",    "Carrow",      "Millgate",
    "Thornaby Cross", "Lake Ferris", "Oldminster",   "Redwater",
};
inline constexpr std::string_view kEnglishSurnames[] = {
    "Abbot",  "Brandt",  "Castell",  "Dreyer",  "Eames",  "Falk",    "Garrow", "Hallam",
    "Ingram", "Jessop",  "Kerrigan", "Lorne",   "Maddox", "Norwood", "Oakes",  "Pascoe",
    "Quayle", "Rendall", "Sayer",    "Tolland", "Usher",  "Venn",
};
inline constexpr std::string_view kEnglishGiven[] = {
    "Ada ",   "Bruno ",  "Clara ",  "Dinah ",  "Edgar ",  "Flora ",    "Gideon ", "Hester ",
    "Ivor ",  "Judith ", "Konrad ", "Lydia ",  "Miles ",  "Nora ",     "Owen ",   "Petra ",
    "Ralph ", "Sylvia ", "Tobias ", "Ursula ", "Victor ", "Winifred ",
};
inline constexpr std::string_view kEnglishOffices[] = {
    "the harbour board",  "the county archive", "the water office",    "the rail union",
    "the orchard guild",  "the school council", "the weather station", "the bridge trust",
    "the fishery bureau", "the town museum",
};
inline constexpr std::string_view kEnglishWords[] = {
    "canal",   "orchard",   "ledger",    "boiler",    "ferry",   "granary",   "lantern",
    "quarry",  "tannery",   "viaduct",   "brewery",   "chapel",  "depot",     "engine",
    "furnace", "garden",    "hangar",    "icehouse",  "jetty",   "kiln",      "lighthouse",
    "mill",    "nursery",   "oven",      "pump",      "quay",    "reservoir", "stable",
    "theatre", "umbrella",  "vineyard",  "warehouse", "yard",    "anchor",    "barrel",
    "candle",  "drum",      "easel",     "fiddle",    "globe",   "hammer",    "ink",
    "jar",     "kettle",    "loom",      "mirror",    "needle",  "organ",     "piano",
    "quilt",   "rope",      "saddle",    "timber",    "urn",     "violin",    "wagon",
    "yacht",   "baker",     "carpenter", "drummer",   "farmer",  "gardener",  "hunter",
    "joiner",  "locksmith", "miner",     "nurse",     "painter",
};
inline constexpr std::string_view kEnglishVerbs[] = {
    "repaired", "counted", "moved",   "rebuilt",  "inspected", "sold",       "painted",
    "emptied",  "opened",  "closed",  "measured", "tested",    "flooded",    "insured",
    "stored",   "cleared", "widened", "drained",  "patched",   "registered", "examined",
};

#define WIRECOPY_PHRASES(list) list, sizeof(list) / sizeof(list[0])
inline constexpr PhraseBank kChineseBank = {
    WIRECOPY_PHRASES(kChineseLeads),    WIRECOPY_PHRASES(kChineseFacts),
    WIRECOPY_PHRASES(kChineseFormulas), WIRECOPY_PHRASES(kChinesePlaces),
    WIRECOPY_PHRASES(kChineseSurnames), WIRECOPY_PHRASES(kChineseGiven),
    WIRECOPY_PHRASES(kChineseOffices),  WIRECOPY_PHRASES(kChineseWords),
    WIRECOPY_PHRASES(kChineseVerbs)};
inline constexpr PhraseBank kEnglishBank = {
    WIRECOPY_PHRASES(kEnglishLeads),    WIRECOPY_PHRASES(kEnglishFacts),
    WIRECOPY_PHRASES(kEnglishFormulas), WIRECOPY_PHRASES(kEnglishPlaces),
    WIRECOPY_PHRASES(kEnglishSurnames), WIRECOPY_PHRASES(kEnglishGiven),
    WIRECOPY_PHRASES(kEnglishOffices),  WIRECOPY_PHRASES(kEnglishWords),
    WIRECOPY_PHRASES(kEnglishVerbs)};
#undef WIRECOPY_PHRASES

// A character, its Traditional form, and its reading: what an annotating script leaves in a page.
struct Reading {
  std::string_view simplified;
  std::string_view traditional;
  std::string_view reading;
};
inline constexpr Reading kReadings[] = {
    {"会", "會", "huì"},   {"县", "縣", "xiàn"},  {"区", "區", "qū"},   {"东", "東", "dōng"},
    {"张", "張", "zhāng"}, {"陈", "陳", "chén"},  {"开", "開", "kāi"},  {"报", "報", "bào"},
    {"记", "記", "jì"},    {"过", "過", "guò"},   {"来", "來", "lái"},  {"与", "與", "yǔ"},
    {"个", "個", "gè"},    {"长", "長", "cháng"}, {"门", "門", "mén"},  {"车", "車", "chē"},
    {"员", "員", "yuán"},  {"场", "場", "chǎng"}, {"领", "領", "lǐng"}, {"导", "導", "dǎo"},
    {"实", "實", "shí"},   {"现", "現", "xiàn"},  {"处", "處", "chù"},  {"桥", "橋", "qiáo"},
    {"书", "書", "shū"},   {"电", "電", "diàn"},  {"铁", "鐵", "tiě"},  {"灯", "燈", "dēng"},
    {"压", "壓", "yā"},    {"产", "產", "chǎn"},  {"当", "當", "dāng"}, {"从", "從", "cóng"},
    {"将", "將", "jiāng"}, {"这", "這", "zhè"},   {"间", "間", "jiān"}, {"设", "設", "shè"},
    {"关", "關", "guān"},  {"于", "於", "yú"},    {"单", "單", "dān"},  {"听", "聽", "tīng"},
};

}  // namespace wirecopy::bench

#endif  // WIRECOPY_BENCH_MADE_TEXT_PHRASES_H_
