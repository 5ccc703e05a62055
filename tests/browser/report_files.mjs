// Reports made by the real command, with what it says on its own of the same articles.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const binary = process.env.WIRECOPY_BINARY;
export const source = process.env.WIRECOPY_SOURCE_DIR;
export const sampleArticles = join(source ?? '.', 'data/sample/articles.jsonl');

const folder = mkdtempSync(join(tmpdir(), 'wirecopy-browser-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

export function inFolder(name) {
  return join(folder, name);
}

// Status 3 says that records were skipped: that is no failure here.
export function run(...args) {
  try {
    return execFileSync(binary, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if (error.status === 3) return error.stdout;
    throw new Error(`${args.join(' ')}: ${error.stderr}`);
  }
}

export function jsonLines(path) {
  return readFileSync(path, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
}

// {html, stories, series, summary, articles: Map by id}
export function makeReport(name, articlesFile, ...options) {
  const path = (suffix) => inFolder(`${name}${suffix}`);
  run('cluster', articlesFile, '--format', 'jsonl', '-o', path('.jsonl'), '--series', path('.series.jsonl'),
    '--summary', path('.json'), '--report', path('.html'), ...options);
  return {
    html: path('.html'), storiesFile: path('.jsonl'), stories: jsonLines(path('.jsonl')), series: jsonLines(path('.series.jsonl')),
    summary: JSON.parse(readFileSync(path('.json'), 'utf8')), articles: articlesOf(articlesFile),
  };
}

function articlesOf(file) {
  const articles = new Map();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    try { const article = JSON.parse(line); articles.set(article.id, article); } catch { /* a bad record on purpose */ }
  }
  return articles;
}

export function writeArticles(name, articles) {
  const path = inFolder(`${name}.articles.jsonl`);
  writeFileSync(path, articles.map((article) => (typeof article === 'string' ? article : JSON.stringify(article))).join('\n') + '\n');
  return path;
}
