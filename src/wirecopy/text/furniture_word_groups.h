// The words of page furniture by class, as furniture_words.h reads them: folded, separated by '|'.
#ifndef WIRECOPY_TEXT_FURNITURE_WORD_GROUPS_H_
#define WIRECOPY_TEXT_FURNITURE_WORD_GROUPS_H_

#include <cstdint>
#include <string_view>

#include "wirecopy/text/furniture_words.h"

namespace wirecopy {

struct WordGroup {
  uint32_t classes;
  std::u32string_view words;  // separated by '|'
};

inline constexpr WordGroup kWordGroups[] = {
    {kTopicWord,
     U"新闻|要闻|时政|时事|政务|党建|反腐|人事|理论|评论|社评|观点|国内|国际|社会|地方|财经|股票|"
     U"基金|理财|金融|证券|"
     U"房产|地产|汽车|科技|数码|互联网|军事|体育|娱乐|文化|教育|健康|旅游|生活|家居|时尚|女性|美食|"
     U"食品|公益|环保|能源|"
     U"三农|乡村|县域|消费|彩票|书画|收藏|视频|图片|图集|直播|专题|专栏|论坛|博客|微博|社区|互动|"
     U"服务|公开|信息公开|数据|"
     U"舆情|会展|招聘|民生|法治|法制|港澳台|港澳|台湾|两岸|华人|侨务|领导|人物|城市|城建|历史|艺术|"
     U"读书|游戏|动漫|母婴|"
     U"星座|宠物|天气|滚动|热点|头条|快讯|热榜|微视频|短视频|新媒体|电子报|数字报|政策|政情|政府|"
     U"办事|走进|概况|副刊|"
     U"港闻|即时|马经|突发|综合|纪录|综艺|电影|电视剧|音乐|戏曲|少儿|科教|片库|节目单|农业农村|"
     U"体育赛事|商业|创业|区块链|"
     U"world|business|politics|sport|sports|tech|technology|science|health|arts|culture|travel|"
     U"opinion|opinions|"
     U"editorial|video|videos|photos|weather|jobs|local|style|lifestyle|entertainment|money|"
     U"markets|finance|"
     U"economy|education|food|books|magazine|obituaries|classifieds|real "
     U"estate|environment|climate|metro|nation|"
     U"national|international|asia|europe|africa|middle "
     U"east|americas|china|features|investigations|"
     U"podcasts|podcast|games|crosswords|autos|cars|fashion|property|community|events|letters|"
     U"columns|columnists|"
     U"latest|live|media|audio|radio|tv|film|music|theatre|theater|football|cricket|tennis|golf|"
     U"city|region|"
     U"investing|personal finance|news|top stories|breaking news|"
     U"社会新闻|本地|即时新闻|两岸|business news|world news|politics news|us news"},
    {kHomeWord | kTopicWord, U"首页|主页|网站首页|返回首页|home|homepage|home page|front page"},
    {kTopicWord, U"正文|内容|详细|详情|文章内容|新闻详情|文章详情"},
    {kPlaceWord,
     U"当前位置|您的位置|您现在的位置|您当前的位置|您当前所在位置|你的位置|你现在的位置|所在位置|"
     U"现在位置|当前所在位置|"
     U"目前位置|当前栏目|位置|you are here|you're here"},
    {kSiteButton,
     U"设为首页|设置首页|设首页|加入收藏|收藏本站|添加收藏|登录|登陆|登入|注册|退出|忘记密码|"
     U"立即注册|免费注册|会员中心|"
     U"手机版|移动版|电脑版|客户端|移动端|pc客户端|移动客户端|手机客户端|客户端下载|下载客户端|"
     U"下载app|app下载|无障碍|"
     U"无障碍浏览|长者模式|长者专区|关怀版|繁体|繁体版|简体|简体版|英文版|english|网站导航|"
     U"站内搜索|搜索|订阅|频道大全|"
     U"栏目大全|频道|栏目|导航|返回|帮助|今天是|欢迎您|欢迎访问|欢迎您访问|官方网站|官网|节目官网|"
     U"官方微博|官方微信|"
     U"skip to content|skip to main content|skip to navigation|sign in|sign up|log "
     U"in|login|register|subscribe|"
     U"subscribe now|my account|account|menu|search|site "
     U"map|sitemap|newsletters|newsletter|e-paper|epaper|"
     U"e-edition|edition|donate|sections|apps|mobile|rss|toggle navigation|close menu|open "
     U"menu|advertise|shop|"
     U"today's paper|archive|archives|help|about|"
     U"网页版|触屏版|读者投书|english version|会员专享|申请入驻|发新话题|发新帖|返回看板|联络资讯"},
    {kShareButton,
     U"打印|打印本页|列印|打印此文|关闭|关闭窗口|关闭本页|分享|分享到|分享至|一键分享|分享给|转发|"
     U"转发到|转寄|点赞|收藏|已收藏|"
     U"打赏|赞赏|举报|纠错|我要评论|我要纠错|发表评论|网友评论|全部评论|查看评论|查看更多评论|评论|"
     U"留言|回复|参与评论|"
     U"微信|朋友圈|复制连结|复制网址|保存|qq空间|qq好友|qq|新浪微博|复制链接|扫一扫|扫码|"
     U"扫描二维码|扫码分享|扫码阅读|扫描|二维码|在手机打开当前页|"
     U"在手机打开当前页面|手机打开|手机观看|手机看|手机扫一扫|用手机看|听新闻|语音播报|放大|缩小|"
     U"正常|大|中|小|加大|字体大小|"
     U"内容简介|视频简介|栏目介绍|主要内容|返回顶部|回到顶部|返回列表|返回上一页|上一篇|下一篇|"
     U"上一条|下一条|上一页|下一页|查看更多|加载更多|点击加载更多|展开全文|"
     U"阅读全文|查看全文|更多|微信扫一扫|打开微信|客户端看|没有了|暂无|目录|推荐给朋友|"
     U"share|share this|share this article|share this story|share on facebook|share on "
     U"twitter|tweet|facebook|"
     U"twitter|linkedin|whatsapp|reddit|pinterest|email|email this|e-mail|print|print this|print "
     U"this page|"
     U"print article|save|comment|comments|leave a comment|post a comment|add a comment|view "
     U"comments|copy link|"
     U"listen|listen to this article|gift this article|follow us|follow|like us on "
     U"facebook|instagram|youtube|"
     U"telegram|messenger|back to top|next article|previous article|next|previous|show more|load "
     U"more|see more|"
     U"view more|read full story|continue reading|report abuse|advertisement|advertising|sponsored|"
     U"sponsored content|text size|font size|click here|"
     U"广告|关注|已关注|取消关注|写留言|精选留言|在看|点在看|分享给朋友|赞好|发消息|加好友|"
     U"只看该作者|倒序浏览|电梯直达|使用道具|显示全部楼层|高级模式|本版积分规则|快速回复|返回版面|"
     U"热评|暂无评论|快来抢沙发|抢沙发|写评论|写下您的评论|我来说两句|已加载全部内容|刷新评论|"
     U"刷新页面|发表意见|读者回应|原始连结|原文链接|阅读原文|查看原文|看更多|请继续往下阅读|end|"
     U"the end|reply|submit|like this|like loading|loading|loading comments|click to share|click "
     U"to share on twitter|click to share on facebook|opens in new window|leave a reply|post "
     U"navigation|continue reading the main story|story continues below advertisement|article "
     U"continues below|article continues after this ad|continues below|show me|enter your email "
     U"address|your email address|invalid email|email address"},
    {kSourceLabel,
     U"来源|媒体来源|信息来源|文章来源|新闻来源|稿件来源|内容来源|来源网站|来源媒体|本文来源|"
     U"资料来源|稿源|"
     U"转自|转载自|文源|出处|"
     U"来自|供稿|供稿单位|发布单位|发布机构|source|via"},
    {kPersonLabel,
     U"原创|作者|本文作者|记者|本报记者|通讯员|特约记者|见习记者|实习记者|撰文|撰稿|文字|文|图|"
     U"文图|"
     U"图文|摄影|摄|摄像|采写|"
     U"作者单位|by|author|reporter|staff writer|staff reporter|correspondent|staff "
     U"correspondent|photo by|photo"},
    {kEditorLabel,
     U"责任编辑|责编|编辑|本文编辑|新媒体编辑|网络编辑|值班编辑|文字编辑|本期编辑|美编|校对|"
     U"责任校对|审核|审校|审读|审稿|初审|"
     U"复审|终审|一审|二审|三审|编审|主编|值班主编|副主编|总编辑|监制|总监制|值班主任|责任审核|"
     U"签发|制作|策划|统筹|录入|"
     U"录入员|发布人|发布者|上传|编校|排版|编辑整理|editor|edited by|editing by|reporting "
     U"by|written by|"
     U"compiled by"},
    {kTimeLabel,
     U"发布时间|发布日期|发表时间|发表日期|发稿时间|更新时间|更新日期|更新于|更新|时间|日期|发布于|"
     U"发表于|发布|录入时间|"
     U"添加时间|上传时间|出版|出版时间|小时前|分钟前|天前|hours ago|hour ago|minutes ago|days "
     U"ago|创建时间|成文日期|信息时间|最后更新|published|updated|last updated|posted|posted on|"
     U"published on|first published|last modified|date|modified"},
    {kCountLabel,
     U"浏览次数|浏览量|浏览|阅读次数|阅读量|阅读数|阅读|点击|点击数|点击量|点击次数|点击率|人气|"
     U"访问量|访问次数|评论数|字体|"
     U"字号|文字大小|字体大小|字型大小|字数|关键词|关键字|标签|分类|类别|主题分类|体裁分类|索引号|"
     U"文号|信息分类|views|min read|minute read|tags|keywords|"
     U"filed under|topics|category|categories|"
     U"相关字词|相关标签|文章标签|本文标签|阅读时间|阅读时长|分钟阅读|预计阅读|查看|回复|回覆|"
     U"主题|帖子|精华|积分|威望|金币|看板|备注|tagged|reading time|minutes read|mins read"},
    {kTitleLabel, U"新闻标题|完整新闻标题|原标题|原题|原文标题|原题为|原标题为"},
    {kRelatedWord,
     U"相关阅读|相关新闻|相关文章|相关链接|相关报道|相关推荐|相关资讯|相关内容|相关稿件|相关专题|"
     U"相关视频|相关热词|延伸阅读|"
     U"扩展阅读|推荐阅读|推荐新闻|推荐文章|推荐视频|精彩推荐|编辑推荐|为您推荐|为你推荐|猜你喜欢|"
     U"您可能感兴趣|"
     U"你可能感兴趣|你可能还喜欢|热门推荐|热门文章|热门新闻|热门排行|热门阅读|热门话题|热点推荐|"
     U"热点新闻|热点排行|热点专题|"
     U"今日热点|今日热点排行|今日推荐|今日头条|本周热点|24小时热点|24小时热榜|24小时排行|排行榜|"
     U"点击排行|点击排行榜|"
     U"阅读排行|阅读排行榜|新闻排行|新闻排行榜|一周排行|热播榜|收视top榜|热文排行|热帖|最新文章|"
     U"最新新闻|最新资讯|最新消息|"
     U"最新发布|最新推荐|更多新闻|更多文章|更多精彩|更多报道|更多内容|更多相关|更多热点|"
     U"更多精彩内容|精彩图片|图片推荐|"
     U"高清图集|图片新闻|往期回顾|往期精彩|上期回顾|精选|阅读更多|继续阅读|其他新闻|其他文章|"
     U"其他报道|其它新闻|其它报道|相关消息|同类新闻|上一则|下一则|新闻推荐|视频推荐|"
     U"频道推荐|编辑精选|站内推荐|友情链接|大家都在看|大家还在看|大家都爱看|还看了|点击进入专题|"
     U"专题推荐|"
     U"related|related stories|related articles|related story|related news|related content|related "
     U"topics|"
     U"related links|related coverage|more stories|more from|more news|more on this|more on this "
     U"story|more in|"
     U"most read|most popular|most viewed|most shared|most commented|trending|trending now|popular|"
     U"popular stories|popular now|you may also like|you might also like|you may like|recommended|"
     U"recommended for you|recommended stories|read more|read next|read also|also read|see also|up "
     U"next|"
     U"editor's picks|editors' picks|top stories|latest news|latest stories|latest headlines|more "
     U"headlines|"
     U"more top stories|in other news|don't miss|from the web|around the web|what to read "
     U"next|keep reading|"
     U"in this story|other stories|previous stories|recent posts|recent articles|links|"
     U"精彩阅读|热门评论|最热评论|热门留言|相关话题|看更多相关新闻|更多相关文章|其他人也在看|"
     U"人气新闻|推荐阅读|同场加映|最新文章|more on|more on this topic|recent comments|sponsored "
     U"stories|around the site|recommended by|popular in the community|you may have missed"},
    {kNoticeWord,
     U"版权|版权归|着作权|著作权|转载|摘编|镜像|授权|侵权|稿件|作品|原创|投稿|声明|免责|注明|删除|"
     U"原作者|本网|本站|本报|本刊|"
     U"本平台|法律责任|copyright|cookies|cookie|reproduced|redistributed|republished|disclaimer|"
     U"newsletter|"
     U"inbox|subscription|subscribers|privacy|consent|opinions expressed|terms|unsubscribe|"
     U"隐私权|newsletters|opt out"},
    {kNoticePhrase,
     U"版权声明|免责声明|特别声明|郑重声明|法律声明|版权所有|版权归原作者|版权均属|独家版权|"
     U"版权归属|版权与免责|不得转载|"
     U"禁止转载|谢绝转载|严禁转载|转载请注明|转载须注明|转载务必注明|转载必须注明|须注明来源|"
     U"必须注明来源|注明来源|请注明出处|"
     U"未经授权|未经许可|未经书面|未经本网|未经本站|未经本报|未经允许|凡本网|凡本站|凡注有|凡注明|"
     U"凡转载|凡来源|本网转载|"
     U"本站转载|本文转载|不代表本|并不代表|不代表其|仅代表作者|不构成投资建议|不构成任何投资|"
     U"仅供参考|与本网无关|与本站无关|"
     U"与本网联系|与本站联系|与我们联系|联系删除|及时删除|立即删除|请联系我们|追究法律责任|追究其|"
     U"相关法律责任|依法追究|"
     U"对其真实性负责|真实性负责|传递更多信息|信息网络传播权|授权转载|商务合作|广告合作|投稿邮箱|"
     U"all rights reserved|terms of use|terms of service|terms and conditions|terms & "
     U"conditions|privacy policy|"
     U"privacy notice|cookie policy|we use cookies|uses cookies|use of cookies|accept cookies|may "
     U"not be published|"
     U"may not be reproduced|not be reproduced|without permission|without prior|written permission|"
     U"sign up for our|sign up to our|sign up for the|subscribe to our|get the latest|delivered to "
     U"your inbox|"
     U"in your inbox|to your inbox|support our journalism|thank you for reading|for subscribers|"
     U"views expressed|do not necessarily reflect|do not sell my|manage preferences|this article "
     U"was originally|"
     U"观点仅代表作者|观点仅代表作者本人|仅代表作者本人|仅代表作者个人|请同意我们|信息存储服务|"
     U"信息发布平台|"
     U"如有侵权|侵权请联系|图片来源于网络|图片来自网络|图片源自网络|本文转自|版权归作者所有|"
     U"非经授权|保留一切版权|隐私权规范|客户端查看|下载app|打开app|下载客户端|打开客户端|"
     U"阅读体验更佳|免费下载|立即下载|立即更新|扫码下载|欢迎加入|已经加好友|加入好友|点击上方|"
     U"点击下方卡片|蓝字关注|长按二维码|长按识别|识别二维码|扫码关注|点个在看|点个赞|点击关注|"
     U"关注公众号|关注该公众号|微信号|按我看|点我下载|发信站|提供即时新闻|关于作者|"
     U"作者简介|记者简介|about the author|about the writer|contributed to this report|contributed "
     U"to this story|contributed to this article|contributed reporting|a version of this "
     U"article|appears in print|order reprints|our standards|quotes delayed|complete list of "
     U"exchanges|information storage services|the content above|thank you for subscribing|could "
     U"not subscribe|we have more newsletters|see our privacy|your email address will "
     U"not|distributed by|see sample|get the biggest|subscribe to our newsletter|continue to use "
     U"this site|by continuing to use|save my name|the next time i comment|required fields are "
     U"marked"},
    {kContactWord,
     U"地址|邮编|邮政编码|电话|联系电话|热线|服务热线|新闻热线|举报电话|举报邮箱|邮箱|电子邮箱|"
     U"电子邮件|传真|总机|"
     U"联系人|客服|客服电话|联系方式|tel|phone|fax|address|e-mail us|email us"},
    {kSiteFoot,
     U"icp备|icp证|公网安备|网安备|备案号|备案序号|许可证|许可证号|许可编号|许可证编号|经营许可证|"
     U"信息服务许可|网站标识码|"
     U"技术支持|主办单位|承办单位|主管单位|主办|承办|协办|运营单位|运行维护|网站信息|联系我们|"
     U"联络我们|关于我们|关于本站|"
     U"关于本网|网站地图|站点地图|网站声明|广告服务|广告刊登|广告业务|诚聘英才|人才招聘|加入我们|"
     U"版权说明|隐私保护|隐私政策|"
     U"私隐政策|私隐声明|隐私条款|使用条款|服务条款|用户协议|使用帮助|意见反馈|网站纠错|"
     U"违法和不良信息|违法不良信息|"
     U"不良信息举报|适老化|适老化无障碍服务|新媒体矩阵|网站官方微信|官方小程序|小程序|公众号|"
     U"信息网络传播视听节目|"
     U"网上传播视听节目|增值电信业务|网络文化经营|广播电视节目制作|最佳分辨率|建议使用|浏览器|"
     U"法律顾问|contact us|about us|"
     U"advertise with us|careers|work with us|site index|accessibility|cookie "
     U"settings|faq|faqs|rss feeds|"
     U"ad choices|adchoices|corrections policy|community guidelines|press room|our "
     U"team|feedback|help center|"
     U"terms|privacy|contact|cookies|legal|imprint|powered by"},
    {kSpamWord,
     U"无码|中文字幕|国产精品|精品视频|亚洲一区|二区三区|三级片|三级黄色|黄色毛片|毛片|在线观看|"
     U"在线视频|在线播放|免费视频|"
     U"免费观看|高清无码|人妻|午夜影院|影音先锋|久久|成人视频|成人网|色情|约炮|裸聊|葡京|百家乐|"
     U"老虎机|真人娱乐|娱乐城|"
     U"开户送彩金|彩金|博彩|投注|皇冠足球|足球比分|bet官网|官网入口|app下载安装|六合彩|时时彩|赌场|"
     U"棋牌|外围|私家侦探|"
     U"代开发票|代办|论文代写|刻章|办证|学历提升|不过退款|贷款|无抵押|秒批|口子|黑户|信用卡套现|"
     U"套现|减肥药|丰胸|壮阳|祛斑|"
     U"迷药|外挂|私服|刷单|代孕|包小姐|兼职日结|枪支|假钞|viagra|cialis|casino|porn|xxx|sex|"
     U"betting|slots|escort|"
     U"payday loan|payday loans|weight loss|replica watches|cheap|free download|poker|essay "
     U"writing"},
    {kCorrection, U"更正|勘误|更正说明|correction|corrected|corrects|rpt|refile|refiles"},
};

}  // namespace wirecopy

#endif  // WIRECOPY_TEXT_FURNITURE_WORD_GROUPS_H_
