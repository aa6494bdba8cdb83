# What the benchmarks share. Sourced, with the folder of photographs as $1.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

command -v ffmpeg >/dev/null || {
  echo "benchmarks compare with ffmpeg: apt-get install ffmpeg" >&2
  exit 69
}

# Props of Slideshow.swift: the photographs of a folder, if one is named, and a length.
props() { # seconds, [folder]
  if [ -n "${2:-}" ]; then
    list=$(find "$(readlink -f "$2")" -name '*.jpg' | sort | sed 's/.*/"&"/' | paste -sd,)
    printf '{"seconds": %s, "photos": [%s]}' "$1" "$list"
  else
    printf '{"seconds": %s}' "$1"
  fi >"$work/props.json"
}

# CPU seconds, user and system, of a command and its children; what it says goes to a file.
cpu() {
  TIMEFORMAT='%U %S'
  { time "$@" >"$work/said" 2>&1 </dev/null; } 2>"$work/time" || {
    cat "$work/said" >&2
    exit 1
  }
  awk '{ printf "%.2f", $1 + $2 }' "$work/time"
}

# Builds a program of this folder with the objects of the engine's rooms, and says where it is.
linked() { # name of the Swift file, rooms besides the engine's
  local built=.build/release name rooms="Primitives Lyrics Timeline FrameGraph Typography Raster CEngine ${2:-}"
  # Of the sources that are there; objects of others may be left from earlier builds.
  local objects=$(for room in $rooms; do
    find Sources/$room -name '*.swift' -o -name '*.c' -o -name '*.cpp' | sed "s|.*/|$built/$room.build/|; s|$|.o|"
  done)
  local graphics="cairo freetype2 harfbuzz icu-uc libavformat libavcodec libavutil libswscale libswresample libebur128 soundtouch"
  local pictures="libjpeg libtiff-4 libwebp libwebpdemux fontconfig libheif lcms2 zlib"
  # The package is named after its folder.
  name=$(basename "$PWD" | tr '[:upper:]' '[:lower:]')
  swiftc -O -swift-version 6 -parse-as-library -package-name "$name" -I $built/Modules "Benchmarks/$1.swift" \
    -Xcc -fmodule-map-file=$built/CEngine.build/module.modulemap -Xcc -ISources/CEngine/include \
    $(pkg-config --cflags $graphics $pictures | sed 's/-I/-Xcc -I/g; s/-pthread//g') \
    $objects $(pkg-config --libs $graphics $pictures) -lrsvg-2 -lgobject-2.0 -lglib-2.0 -lstdc++ -o "$work/$1"
  echo "$work/$1"
}
