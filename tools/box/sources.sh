#!/bin/sh
# Runs inside the new box: fetches the sources of Dear ImGui and SDL2 from Debian's signed source packages into
# /usr/src/first-refusal, so that apt checks signatures and hashes and no third-party source is kept in the project.
# Versions are pinned: another one is a change to the project, not to a machine.
set -eu
imgui=1.92.2b+ds-1
sdl2=2.32.4
folder=/usr/src/first-refusal
stop() {
    echo "sources.sh: $*" >&2
    exit 1
}

# The same mirror as the box's own, with the source indexes of this release and the next (where Dear ImGui 1.92 is).
mirror=$({ sed -nE 's/^deb (\[[^]]*\] *)?(http[^ ]*) .*main.*/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/*.list || :
    sed -nE 's/^URIs: *(http[^ ]*).*/\1/p' /etc/apt/sources.list.d/*.sources || :; } 2>/dev/null | head -n 1)
[ -n "$mirror" ] || stop "no mirror found in /etc/apt/sources.list"
trap 'rm -f /etc/apt/sources.list.d/first-refusal-source.list' EXIT
printf 'deb-src %s trixie main\ndeb-src %s forky main\n' "$mirror" "$mirror" > /etc/apt/sources.list.d/first-refusal-source.list
apt-get update -oAcquire::Check-Valid-Until=false -oAcquire::Languages=none

offered() { apt-cache showsrc "$1" | sed -n 's/^Version: //p' | sort -uV | paste -sd' ' -; }
case " $(offered imgui) " in
    *" $imgui "*) ;;
    *) stop "the mirror $mirror no longer has Dear ImGui $imgui (it has: $(offered imgui)): the pin in tools/box/sources.sh needs a new version" ;;
esac
case " $(offered libsdl2)" in
    *" $sdl2"*) ;;
    *) stop "the mirror $mirror no longer has SDL2 $sdl2 (it has: $(offered libsdl2)): the pin in tools/box/sources.sh needs a new version" ;;
esac

mkdir -p "$folder"
cd "$folder"
apt-get source --only-source "imgui=$imgui" libsdl2/trixie
mv imgui-*/ imgui
mv libsdl2-*/ sdl2
rm -f ./*.tar.* ./*.dsc ./*.asc
echo "imgui $imgui" > versions.txt
sed -n '1s/.*(\(.*\)).*/sdl2 \1/p' sdl2/debian/changelog >> versions.txt
cat versions.txt
{ dpkg-query -W; cat versions.txt; } | sha256sum | cut -c1-12 > identity # of this box: which versions built

# Files of the host that enter binds over these must have something to be bound over.
for file in /etc/resolv.conf /etc/hosts; do [ -e "$file" ] || : > "$file"; done
