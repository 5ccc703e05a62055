// The engine gives its reasons in English. In another language they are told by pattern; one that fits none of the
// patterns stays English and says so by its lang attribute.

const REASON_PATTERNS = [
  [/^(\d+) cop(?:y names|ies name) it as the source$/, '有 $1 篇注明它为来源'],
  [/^earliest seen: published before (\d+) of (\d+) others?$/, '所见最早：早于其余 $2 篇中的 $1 篇'],
  [/^though published after (\d+) of (\d+) others?$/, '但晚于其余 $2 篇中的 $1 篇'],
  [/^though it names (.+) as its own source$/s, '但它自己注明来源为 $1'],
  [/^by the texts: the others are cut or damaged$/, '据文本判断：其余各篇有删节或损坏'],
  [/^by the texts: cut or damaged where the other is not$/, '据文本判断：此篇有删节或损坏，而对方没有'],
  [/^names (.+) as its source$/s, '注明来源为 $1'],
  [/^published later$/, '发布较晚'],
  [/^(\d+) other cop(?:y names|ies name) it$/, '另有 $1 篇注明以它为来源'],
  [/^(\d+) % of the shorter text stands in the longer \((\d+) of (\d+) bits\), (\d+) % of the longer in it$/,
    '较短一篇的 $1 % 见于较长一篇（$3 比特中的 $2），较长一篇的 $4 % 见于较短一篇'],
  [/^published at the same time, as far as the dates tell$/, '从日期看，同时发布'],
  [/^published one after the other, how far apart is unsure$/, '发布有先后，相差多少不能确定'],
  [/^published (\d+) min apart$/, '发布时间相差 $1 分钟'],
  [/^published (\d+) h apart$/, '发布时间相差 $1 小时'],
  [/^published (\d+) days apart$/, '发布时间相差 $1 天'],
  [/^the cleaned texts are equal$/, '清理后的正文完全相同'],
  [/^(\d+) numbers? differs? where the text around is equal$/, '前后文相同而数字不同：$1 处'],
  [/^no number differs where the text around is equal$/, '前后文相同处没有不同的数字'],
  [/^(\d+) numbers? differs?, but one of the two says that it is corrected$/, '$1 处数字不同，但其中一篇声明已更正'],
  [/^(\d+) (?:name or word is|names or words are) replaced where the text around is equal$/,
    '前后文相同而人名或词语被替换：$1 处'],
  [/^(\d+) places? (?:was|were) edited: words put in or left out$/, '编辑 $1 处：增加或删去词语'],
  [/^(\d+) small differences?$/, '细小差异 $1 处'],
  [/^longest common passage: (\d+) characters or words$/, '最长相同段落：$1 个字或词'],
  [/^a date is missing$/, '缺少日期'],
];

function reasonElement(reason) {
  const shown = shownLine(reason);
  if (language === 'zh') {
    for (const [pattern, words] of REASON_PATTERNS) {
      if (pattern.test(shown)) return el('bdi', {}, shown.replace(pattern, words));
    }
  }
  return el('bdi', { lang: 'en' }, shown);
}

function reasonList(reasons) {
  if (!reasons || reasons.length === 0) return null;
  return el('ul', { class: 'reasons' }, reasons.map((reason) => el('li', {}, reasonElement(reason))));
}
