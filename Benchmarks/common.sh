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
