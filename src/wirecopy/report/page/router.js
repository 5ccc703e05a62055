// Which view the address asks for. Every view has an address, so that it can be linked to.

function parsedAddress() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  const parts = path.split('/').map((part) => { try { return decodeURIComponent(part); } catch { return part; } });
  return { view: parts[0], parts: parts.slice(1), parameters: new URLSearchParams(query ?? '') };
}

const NAVIGATION = [['', 'overview'], ['stories', 'stories'], ['series', 'series'], ['doubt', 'doubt']];

function showNavigation(view) {
  const here = { story: 'stories', pair: 'stories' }[view] ?? view;
  replaceContent(document.getElementById('navigation'), NAVIGATION.map(([address, name]) =>
    el('a', { href: `#/${address}`, 'aria-current': here === address ? 'page' : null }, t(name))));
}

function setTitle(words) {
  document.title = words ? `${words} · ${t('reportTitle')}` : t('reportTitle');
}

// Said to those who listen instead of look.
function announce(words) {
  document.getElementById('announcer').textContent = words;
}

function drawView(report, main, { view, parts, parameters }) {
  if (view === '') showOverview(report, main);
  else if (view === 'stories') showStories(report, main, parameters);
  else if (view === 'story') showStory(report, main, parts[0] ?? '');
  else if (view === 'pair') showPair(report, main, parts[0] ?? '', parts[1] ?? '');
  else if (view === 'series') showSeries(report, main, parts[0]);
  else if (view === 'doubt') showDoubt(report, main);
  else showMissing(main, t('viewMissing'));
}

function showView(report, isFirst) {
  const { view, parts, parameters } = parsedAddress();
  const main = document.getElementById('main');
  stopTextSearch();
  main.replaceChildren();
  showNavigation(view);
  // A block that says what no run writes spoils one view, not the page, and not in silence.
  try {
    drawView(report, main, { view, parts, parameters });
  } catch (error) {
    replaceContent(main, el('h1', { tabindex: '-1' }, t('reportTitle')),
      el('p', { class: 'callout' }, t('damaged', { reason: shownLine(error.message) })));
  }
  if (!isFirst) {
    window.scrollTo(0, 0);
    main.querySelector('h1')?.focus({ preventScroll: true });
  }
}
