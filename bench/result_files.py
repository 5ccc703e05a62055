"""A table in Markdown and a chart in SVG, from rows of words and spreads. No package is needed."""
import html
import json

ROW_HEIGHT, LABEL_WIDTH, BAR_WIDTH = 22, 330, 420


def number(value):
    """Three digits, no exponent: .00153, 12.8, 1,350."""
    if value == 0:
        return "0"
    size = abs(value)
    if size >= 100:
        return f"{value:,.0f}"
    decimals = 0
    while decimals < 12 and size * 10 ** decimals < 99.5:
        decimals += 1
    text = f"{value:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if decimals else text
    return text.replace("0.", ".", 1) if size < 1 else text


def markdown_table(heads, rows):
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join("| " + " | ".join(str(cell) for cell in line) + " |\n" for line in lines)


def svg_chart(title, bars):
    """Bars of (label, Spread), longest = full width; a thin line from least to most."""
    longest = max((bar.most for _, bar in bars), default=0) or 1
    height = (len(bars) + 2) * ROW_HEIGHT
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{LABEL_WIDTH + BAR_WIDTH + 90}" height="{height}" '
             'font-family="sans-serif" font-size="12">',
             '<rect width="100%" height="100%" fill="white"/>',
             f'<text x="8" y="16" font-weight="bold">{html.escape(title)}</text>']
    for place, (label, bar) in enumerate(bars, start=1):
        top = place * ROW_HEIGHT + 4
        least, median, most = (BAR_WIDTH * value / longest for value in (bar.least, bar.median, bar.most))
        middle = top + ROW_HEIGHT / 2 - 2
        lines += [f'<text x="{LABEL_WIDTH - 6}" y="{top + 13}" text-anchor="end">{html.escape(label)}</text>',
                  f'<rect x="{LABEL_WIDTH}" y="{top}" width="{median:.1f}" height="{ROW_HEIGHT - 5}" fill="#4a7fb5"/>',
                  f'<line x1="{LABEL_WIDTH + least:.1f}" x2="{LABEL_WIDTH + most:.1f}" y1="{middle}" y2="{middle}" '
                  'stroke="black"/>',
                  f'<text x="{LABEL_WIDTH + max(median, most) + 5:.1f}" y="{top + 13}">{number(bar.median)}</text>']
    return "\n".join([*lines, "</svg>\n"])


def write_results(folder, name, raw, markdown, chart):
    """NAME.json with everything measured, NAME.md and NAME.svg."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(raw, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / f"{name}.md").write_text(markdown, encoding="utf-8")
    (folder / f"{name}.svg").write_text(chart, encoding="utf-8")
