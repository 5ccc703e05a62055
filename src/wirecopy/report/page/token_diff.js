// Differences of two short runs of tokens, by a longest common subsequence. Bounded: what is too large for the table
// is one difference.

const MAX_CELLS = 400000;

// Matches [[a, b, length]…] of x[from a, to a) and y[from b, to b), in rising order.
function commonRuns(x, ax, ex, y, ay, ey) {
  let head = 0;
  while (ax + head < ex && ay + head < ey && x[ax + head] === y[ay + head]) head += 1;
  let tail = 0;
  while (ex - tail > ax + head && ey - tail > ay + head && x[ex - tail - 1] === y[ey - tail - 1]) tail += 1;
  const runs = head > 0 ? [[ax, ay, head]] : [];
  const n = ex - tail - ax - head;
  const m = ey - tail - ay - head;
  if (n > 0 && m > 0 && n * m <= MAX_CELLS) {
    for (const [a, b, length] of longestCommon(x, ax + head, n, y, ay + head, m)) runs.push([a, b, length]);
  }
  if (tail > 0) runs.push([ex - tail, ey - tail, tail]);
  return runs;
}

function longestCommon(x, ax, n, y, ay, m) {
  const width = m + 1;
  const best = new Uint16Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let j = m - 1; j >= 0; j -= 1) {
      best[i * width + j] = x[ax + i] === y[ay + j] ? best[(i + 1) * width + j + 1] + 1 :
        Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
    }
  }
  const runs = [];
  for (let i = 0, j = 0; i < n && j < m;) {
    if (x[ax + i] === y[ay + j]) {
      const last = runs[runs.length - 1];
      if (last && last[0] + last[2] === ax + i && last[1] + last[2] === ay + j) last[2] += 1;
      else runs.push([ax + i, ay + j, 1]);
      i += 1;
      j += 1;
    } else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) i += 1;
    else j += 1;
  }
  return withoutCrumbs(runs, x, ax, ax + n, ay, ay + m);
}

// A single common token amid long differences says nothing and tears them apart.
function withoutCrumbs(runs, x, ax, ex, ay, ey) {
  return runs.filter(([a, b, length], i) => {
    if (length > 1) return true;
    const before = i > 0 ? [runs[i - 1][0] + runs[i - 1][2], runs[i - 1][1] + runs[i - 1][2]] : [ax, ay];
    const after = i + 1 < runs.length ? [runs[i + 1][0], runs[i + 1][1]] : [ex, ey];
    const left = Math.max(a - before[0], b - before[1]);
    const right = Math.max(after[0] - a - 1, after[1] - b - 1);
    return left + right < 6 || left === 0 || right === 0;
  });
}
