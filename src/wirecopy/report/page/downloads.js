// Files made in the page: a story as JSONL or CSV, verdicts as labels.

function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = el('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
function csvCell(value) {
  if (value === null || value === undefined) return '';
  let text = typeof value === 'string' ? value : String(value);
  if (typeof value === 'string' && /^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

const CSV_COLUMNS = ['story', 'id', 'outlet', 'title', 'url', 'published', 'earliest', 'latest', 'relation', 'of',
  'of_confidence', 'of_reasons', 'probability', 'coverage', 'coverage_of', 'lag_s'];

function storyCsv(story) {
  const rows = story.members.map((member) => ({ ...member, story: story.story, earliest: member.published_interval?.[0],
    latest: member.published_interval?.[1], of_reasons: (member.of_reasons ?? []).join('; ') }));
  const lines = [CSV_COLUMNS.join(','), ...rows.map((row) => CSV_COLUMNS.map((name) => csvCell(row[name])).join(','))];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function storyDownloads(story) {
  return el('p', { class: 'buttons' },
    el('button', { type: 'button', onclick: () => download(`story-${story.story}.jsonl`, 'application/jsonl',
      `${JSON.stringify(story)}\n`) }, t('downloadJsonl')),
    el('button', { type: 'button', onclick: () => download(`story-${story.story}.csv`, 'text/csv', storyCsv(story)) },
      t('downloadCsv')),
    copyLinkButton());
}

function copyLinkButton() {
  const button = el('button', { type: 'button' }, t('copyLink'));
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      replaceContent(button, t('copied'));
    } catch {
      replaceContent(button, t('copyFailed'));
    }
    setTimeout(() => replaceContent(button, t('copyLink')), 3000);
  });
  return button;
}
