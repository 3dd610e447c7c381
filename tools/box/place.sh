# Sourced by the scripts of this folder: where the box is. Its name carries the hash of its recipe, so that clones of
# the same recipe share one box and a changed recipe never meets an old one.
box_tools=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(cd "$box_tools/../.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/first-refusal
recipe_hash=$({ echo trixie; cat "$box_tools/packages.txt" "$box_tools/sources.sh"; } | sha256sum | cut -c1-12)
box=$cache/box-$recipe_hash

say() { printf '%s\n' "$*" >&2; }
fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}
