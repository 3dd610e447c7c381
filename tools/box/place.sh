# Sourced by the scripts of this folder: where the boxes are. A box's name carries the hash of its recipe, so that clones
# of the same recipe share one and a changed recipe never meets an old one. `box` is enough for ./run and ./run cli,
# `test_box` has what only ./test, ./run native and ./run bench need as well.
box_tools=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
project=$(cd "$box_tools/../.." && pwd -P)
source "$project/tools/say.sh"

home_of() { getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6; }

# Folders that are the box's own inside it, or that cannot be named on the command lines of the compilers.
require_place() {
    case $project/ in
        /bin/* | /dev/* | /etc/* | /lib/* | /lib[0-9]*/* | /proc/* | /run/* | /sbin/* | /sys/* | /usr/*)
            fail "the project cannot be built below /$(cut -d/ -f2 <<<"$project"), which is the build box's own inside it: please move $project to a folder such as your home"
            ;;
        *[\;\\\<\>\"\'\`\$\&\|\#:,*?[:cntrl:]]*)
            fail "the project's path has a character that CMake, the compilers or the shell take for something else (; \\ < > \" ' \` \$ & | # : , * ? or one that cannot be seen): please move it out of “$project”"
            ;;
    esac
}

require_place
home=${HOME:-$(home_of)}
[[ $home == /* && $home != / ]] || [ -n "${XDG_CACHE_HOME:-}" ] ||
    fail "there is no home folder to keep the build box in (HOME is “${HOME:-}”): set HOME, or XDG_CACHE_HOME to a folder with 2 GB"
[[ ${XDG_CACHE_HOME:-/} == /* ]] ||
    fail "XDG_CACHE_HOME is “$XDG_CACHE_HOME”: it must be a whole path that begins with a slash"
cache=${XDG_CACHE_HOME:-$home/.cache}/first-refusal
[[ $cache != *:* ]] || fail "the cache folder $cache has a colon in its path: set XDG_CACHE_HOME to another folder"

recipe_hash=$({ echo trixie; cd "$box_tools" && cat packages.txt left_out sources.sh; } | sha256sum | cut -c1-12)
test_hash=$(cat "$box_tools/test_packages.txt" | sha256sum | cut -c1-6)
box=$cache/box-$recipe_hash
test_box=$box-test-$test_hash
