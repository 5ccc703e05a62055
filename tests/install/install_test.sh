#!/usr/bin/env bash
# Installs the library into a temporary prefix and builds against it from outside, as a user would.
#   install_test.sh cmake|pkgconfig|readme|headers|command BUILD_DIR CMAKE_GENERATOR CXX CXX_FLAGS
set -euo pipefail
variant=$1 build=$2 generator=$3 cxx=$4 flags=$5
consumer=$(cd "$(dirname "${BASH_SOURCE[0]}")/consumer" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
prefix=$scratch/prefix

cmake --install "$build" --prefix "$prefix" --component library >/dev/null
pkgconfig=$(dirname "$(find "$prefix" -name wirecopy.pc)")
export PKG_CONFIG_PATH=$pkgconfig LD_LIBRARY_PATH=${pkgconfig%/pkgconfig}

case "$variant" in
  cmake)
    cmake -S "$consumer" -B "$scratch/build" -G "$generator" -DCMAKE_PREFIX_PATH="$prefix" \
      -DCMAKE_CXX_COMPILER="$cxx" -DCMAKE_CXX_FLAGS="$flags" >/dev/null
    cmake --build "$scratch/build" >/dev/null
    "$scratch/build/consumer"
    ;;
  pkgconfig)
    # Flags are a list of words on purpose, and so is what pkg-config prints.
    "$cxx" $flags "$consumer/main.cc" $(pkg-config --cflags --libs wirecopy) -o "$scratch/consumer"
    "$scratch/consumer"
    ;;
  readme)
    # The program that the README shows.
    sed -n '/^```cpp$/,/^```$/p' "$consumer/../../../README.md" | sed '/^```/d' >"$scratch/app.cc"
    "$cxx" $flags "$scratch/app.cc" $(pkg-config --cflags --libs wirecopy) -o "$scratch/app"
    [[ "$("$scratch/app")" == "a story of 2, first in gazette" ]]
    ;;
  headers)
    # Each installed header stands alone, and needs none that is not installed.
    count=0
    while read -r header; do
      echo "#include \"${header#"$prefix/include/"}\"" |
        "$cxx" -x c++ -fsyntax-only -Wall -Werror $(pkg-config --cflags wirecopy) - || exit 1
      count=$((count + 1))
    done < <(find "$prefix/include" -name '*.h')
    [[ $count -ge 10 ]] || { echo "only $count headers were installed" >&2; exit 1; }
    echo "$count headers stand alone"
    ;;
  command)
    # From a prefix that the loader does not know, moved after the installation, the command runs by itself, and a
    # program by the path it was linked with.
    cmake --install "$build" --prefix "$prefix" >/dev/null
    mv "$prefix" "$scratch/moved"
    pkgconfig=$(dirname "$(find "$scratch/moved" -name wirecopy.pc)")
    export PKG_CONFIG_PATH=$pkgconfig
    unset LD_LIBRARY_PATH
    [[ "$("$scratch/moved/bin/wirecopy" --version)" == wirecopy\ * ]]
    # Highway's library measures a timer for milliseconds whenever it is loaded.
    for binary in "$scratch/moved/bin/wirecopy" "${pkgconfig%/pkgconfig}/libwirecopy.so"; do
      readelf -d "$binary" | grep -q 'NEEDED.*libstdc++' || { echo "$binary cannot be looked at" >&2; exit 1; }
      if readelf -d "$binary" | grep 'NEEDED.*libhwy'; then exit 1; fi
    done
    printf '{"id":"a","text":"x"}\n' | "$scratch/moved/bin/wirecopy" cluster - --format jsonl
    "$cxx" $flags "$consumer/main.cc" $(pkg-config --cflags --libs wirecopy) \
      -Wl,-rpath,"$(pkg-config --variable=libdir wirecopy)" -o "$scratch/consumer"
    "$scratch/consumer"
    ;;
  *) echo "no variant $variant" >&2; exit 2 ;;
esac
