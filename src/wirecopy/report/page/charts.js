// Plots in plain SVG. Each has one sentence that says it and a table of the same figures beside it.

const NARROW = 600;

function chartWidth() {
  return Math.min(window.innerWidth, 1180) < NARROW ? 340 : 560;
}

// About how wide a label is drawn, in units of the plot.
function textWidth(text) {
  return [...text].reduce((width, c) => width + (c > '\u2e80' ? 13 : 7.5), 0);
}

// Bars from left to right, a row each: [{label, value}]; labels stand left, figures right of the bar.
function barChart(sentence, bars) {
  const width = chartWidth();
  const rowHeight = 26;
  const labelWidth = Math.min(width * 0.5, 14 + Math.max(...bars.map((bar) => textWidth(bar.label))));
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const room = width - labelWidth - 64;
  const svg = chartFrame(sentence, width, bars.length * rowHeight + 4);
  bars.forEach(({ label, value, kind }, i) => {
    const y = i * rowHeight + 2;
    const length = value === 0 ? 0 : Math.max(2, (value / most) * room);
    append(svg, [
      svgEl('text', { x: labelWidth - 8, y: y + 17, 'text-anchor': 'end', class: 'chart-label' }, label),
      svgEl('rect', { x: labelWidth, y: y + 3, width: length, height: rowHeight - 8, class: `chart-bar ${kind ?? ''}` }),
      svgEl('text', { x: labelWidth + length + 7, y: y + 17, class: 'chart-value' }, formatCount(value)),
    ]);
  });
  return svg;
}

// Columns over time: [{label, value}]; only as many labels as there is room for.
function columnChart(sentence, columns) {
  const width = chartWidth();
  const height = 170;
  const floor = height - 24;
  const most = Math.max(1, ...columns.map((column) => column.value));
  const step = (width - 34) / columns.length;
  const svg = chartFrame(sentence, width, height);
  for (const tick of [...new Set([most, Math.round(most / 2)])]) {
    const y = floor - (tick / most) * (floor - 14);
    append(svg, [svgEl('line', { x1: 30, x2: width, y1: y, y2: y, class: 'chart-grid' }),
      svgEl('text', { x: 26, y: y + 4, 'text-anchor': 'end', class: 'chart-value' }, formatCount(tick))]);
  }
  append(svg, [svgEl('line', { x1: 30, x2: width, y1: floor, y2: floor, class: 'chart-axis' })]);
  const every = Math.ceil((columns.length * 62) / (width - 34));
  columns.forEach(({ label, value }, i) => {
    const x = 32 + i * step;
    const tall = (value / most) * (floor - 14);
    if (value > 0) {
      append(svg, [svgEl('rect', { x, y: floor - Math.max(tall, 1.5), width: Math.max(1, step - Math.min(3, step / 4)),
        height: Math.max(tall, 1.5), class: 'chart-bar' }, svgEl('title', {}, `${label}: ${formatCount(value)}`))]);
    }
    if (i % every === 0 && x + textWidth(label) + 6 < width) {
      append(svg, [svgEl('line', { x1: x, x2: x, y1: floor, y2: floor + 4, class: 'chart-axis' }),
        svgEl('text', { x, y: height - 6, class: 'chart-label' }, label)]);
    }
  });
  return svg;
}

function chartFrame(sentence, width, height) {
  return svgEl('svg', { viewBox: `0 0 ${width} ${height}`, class: 'chart', role: 'img', 'aria-label': sentence,
    preserveAspectRatio: 'xMinYMin meet' });
}

function chartFigure(heading, sentence, chart, tableSummary, makeTable) {
  const id = newId('chart');
  return el('section', { class: 'card', 'aria-labelledby': id },
    el('h2', { id }, heading), el('p', { class: 'lead-in' }, sentence), chart, foldedTable(tableSummary, makeTable));
}
