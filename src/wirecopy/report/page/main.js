// Opens the report and shows the view that the address asks for.

function showShell() {
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = t(element.dataset.text);
  const button = document.getElementById('language');
  const other = language === 'en' ? 'zh' : 'en';
  replaceContent(button, el('span', { lang: LANGUAGES[other].tag }, LANGUAGES[other].strings.languageName));
}

async function openReport() {
  const summaryBlock = blockElements('summary')[0].textContent;
  const summary = JSON.parse(await opened(summaryBlock));
  const where = (await readObject('where')) ?? {};
  const series = await readLines('series');
  const doubt = await readLines('doubt');
  const stories = await readLines('stories', (done, all) => replaceContent(document.getElementById('main'),
    el('p', { class: 'soft' }, t('opening', { done, all }))));
  const doubtArticles = new Map(doubt.flatMap((pair) => [[pair.id_a, pair.a], [pair.id_b, pair.b]]));
  return { summary, stories, shared: stories.filter((story) => story.size >= 2), doubt, doubtArticles,
    index: indexStories(stories, series), texts: makeTexts(where, summary.parts?.texts ?? 0),
    verdicts: makeVerdicts(fingerprintOf(summaryBlock)) };
}

async function start() {
  setLanguage(firstLanguage());
  showShell();
  const main = document.getElementById('main');
  if (typeof DecompressionStream === 'undefined') {
    return replaceContent(main, el('p', { class: 'callout' }, t('tooOld')));
  }
  try {
    const report = await openReport();
    showView(report, true);
    document.getElementById('language').addEventListener('click', () => {
      setLanguage(language === 'en' ? 'zh' : 'en');
      keep('wirecopy.language', language);
      showShell();
      showView(report, true);
    });
    window.addEventListener('hashchange', () => showView(report, false));
    redrawWhenNarrow(report);
    document.documentElement.dataset.state = 'ready';
  } catch (error) {
    replaceContent(main, el('p', { class: 'callout' }, t('damaged', { reason: shownLine(error.message) })));
    document.documentElement.dataset.state = 'failed';
  }
  return null;
}

// Charts are drawn for a wide or a narrow window; drawn anew when it changes from one to the other.
function redrawWhenNarrow(report) {
  const narrow = window.matchMedia(`(max-width: ${NARROW}px)`);
  narrow.addEventListener('change', () => {
    const { view } = parsedAddress();
    if (view === '' || view === 'story') showView(report, true);
  });
}

start();
