# Sourced by the scripts of this folder: how this machine lets a command run in the box, tried from the top.
#   bwrap            bubblewrap: as an ordinary user, or as root with CAP_SYS_ADMIN
#   bwrap-user       bubblewrap with a user namespace of its own: root without that capability
#   bwrap-user-proc  the same where /proc is masked: the machine's own is seen
#   debian           root on Debian 13 itself: no box, the packages are installed
#   chroot           root in a default container: the project is copied into the box, what was built out of it
#   own              no box: a toolchain of one's own
# FIRST_REFUSAL_RUNG=NAME takes one without asking.
rungs=(bwrap bwrap-user bwrap-user-proc debian chroot own)

bwrap_flags() { # rung; into the array `isolation`
    case $1 in
        bwrap) isolation=(--unshare-pid --proc /proc) ;;
        bwrap-user) isolation=(--unshare-user --unshare-pid --proc /proc) ;;
        bwrap-user-proc) isolation=(--unshare-user --ro-bind /proc /proc) ;;
    esac
}

# Asks bubblewrap itself where it is installed, and otherwise the kernel in the same words: nothing is installed to ask.
lets_bwrap() { # rung
    if command -v bwrap >/dev/null; then
        local isolation=()
        bwrap_flags "$1"
        bwrap "${isolation[@]}" --ro-bind / / --dev /dev true 2>/dev/null
        return
    fi
    case $1-$(id -u) in
        bwrap-0) unshare --mount --pid --fork --mount-proc true 2>/dev/null ;;
        bwrap-user-proc-0) unshare --user --map-root-user --mount true 2>/dev/null ;;
        bwrap-user-*) return 1 ;;
        *) unshare --user --map-root-user --mount --pid --fork --mount-proc true 2>/dev/null ;;
    esac
}

is_root_on_debian_13() (
    [ "$(id -u)" = 0 ] && [ -r /etc/os-release ] && source /etc/os-release && [ "${ID:-}-${VERSION_ID:-}" = debian-13 ]
)

lets_chroot() { [ "$(id -u)" = 0 ] && chroot / true 2>/dev/null && { [ -d "$box" ] || command -v apt-get >/dev/null; }; }

# What is missing of a toolchain of one's own, in words; nothing where all is there.
missing_tools() {
    local tool version
    for tool in em++ emcmake cmake ninja node npm pyftsubset c++; do command -v "$tool" >/dev/null || printf '%s ' "$tool"; done
    version=$(em++ --version 2>/dev/null | sed -nE '1s/.* ([0-9]+\.[0-9]+\.[0-9]+).*/\1/p')
    [ -z "$version" ] || printf '%s\n' 3.1.69 "$version" | sort -VC || printf 'em++≥3.1.69 '
    for header in nlohmann/json.hpp doctest/doctest.h CLI/CLI.hpp; do
        [ -e "${FIRST_REFUSAL_HEADERS_DIR:-/usr/include}/$header" ] || printf '%s ' "$header"
    done
    [ -e "${FIRST_REFUSAL_IMGUI_DIR:-/usr/src/first-refusal/imgui}/imgui.cpp" ] || printf 'FIRST_REFUSAL_IMGUI_DIR '
    [ -e "${FIRST_REFUSAL_SDL_DIR:-/usr/src/first-refusal/sdl2}/src/SDL.c" ] || printf 'FIRST_REFUSAL_SDL_DIR '
}

works() { # rung
    case $1 in
        bwrap*) lets_bwrap "$1" ;;
        debian) is_root_on_debian_13 ;;
        chroot) lets_chroot ;;
        own) [ -z "$(missing_tools)" ] ;;
    esac
}

# Sets `rung`, or ends with what to do, before anything is installed or downloaded.
find_rung() {
    rung=${FIRST_REFUSAL_RUNG:-}
    if [ -n "$rung" ]; then
        [[ " ${rungs[*]} " == *" $rung "* ]] || fail "FIRST_REFUSAL_RUNG is one of ${rungs[*]}, not “$rung”"
        works "$rung" || fail "FIRST_REFUSAL_RUNG=$rung does not work here$([ "$rung" != own ] || echo ": missing $(missing_tools)")"
        return
    fi
    for rung in "${rungs[@]}"; do ! works "$rung" || return 0; done
    fail "this machine lets $(id -un) make no namespaces and no chroot, which the build box needs. In a container, run it as root, or start the container with --cap-add SYS_ADMIN --security-opt seccomp=unconfined; on a host, allow user namespaces (sysctl kernel.unprivileged_userns_clone=1, or bwrap in AppArmor); or bring a toolchain of your own (docs/setup.md; missing: $(missing_tools))"
}

rung_in_words() {
    case $rung in
        bwrap) echo "in the build box, by bubblewrap" ;;
        bwrap-user) echo "in the build box, by bubblewrap in a user namespace" ;;
        bwrap-user-proc) echo "in the build box, by bubblewrap in a user namespace with this machine's /proc" ;;
        debian) echo "on this Debian 13 itself, as root" ;;
        chroot) echo "in the build box, by chroot (no namespaces here): a copy of the project goes in, what was built comes out" ;;
        own) echo "with the toolchain of this machine" ;;
    esac
}
