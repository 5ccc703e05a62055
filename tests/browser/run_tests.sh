#!/bin/sh
# run_tests.sh TEST.mjs: runs one file of browser tests, or says what is missing and leaves with 77 (skipped).
cd "$(dirname "$0")" || exit 2
skip() { echo "SKIPPED: $1 (./dev test installs it)"; exit 77; }
command -v node >/dev/null || skip "no node"
CHROMIUM=${CHROMIUM:-$(command -v chromium)}
[ -n "$CHROMIUM" ] || skip "no chromium"
export CHROMIUM
for package in playwright-core axe-core; do
  [ -e "node_modules/$package/package.json" ] || skip "no npm package $package in tests/browser/node_modules"
done
exec node --test "$1"
