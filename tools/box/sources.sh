#!/bin/sh
# Runs inside the new box: fetches the sources of Dear ImGui and SDL2 from Debian's signed source packages into
# /usr/src/first-refusal, so that apt checks signatures and hashes and no third-party source is kept in the project.
set -eu
imgui=1.92.2b+ds-1
folder=/usr/src/first-refusal

# The same mirror as the box's own, with the source indexes of this release and the next (where Dear ImGui 1.92 is).
mirror=$(awk '$1 == "deb" && $NF ~ /main/ && $2 ~ /^http/ { print $2; exit } $1 == "deb" && $2 ~ /^\[/ { sub(/^[^]]*\] */, ""); print $1; exit }' \
    /etc/apt/sources.list)
[ -n "$mirror" ] || { echo "sources.sh: no mirror found in /etc/apt/sources.list" >&2; exit 1; }
printf 'deb-src %s trixie main\ndeb-src %s forky main\n' "$mirror" "$mirror" > /etc/apt/sources.list.d/source.list
apt-get update -oAcquire::Check-Valid-Until=false -oAcquire::Languages=none

if ! apt-cache showsrc imgui | grep -qx "Version: $imgui"; then
    newest=$(apt-cache showsrc imgui | sed -n 's/^Version: //p' | sort -V | tail -n 1)
    if [ -z "$newest" ] || dpkg --compare-versions "$newest" lt 1.92; then
        echo "sources.sh: the mirror offers no Dear ImGui 1.92 or newer (newest: ${newest:-none})" >&2
        exit 1
    fi
    echo "sources.sh: Dear ImGui $imgui is gone from the mirror, taking $newest" >&2
    imgui=$newest
fi

mkdir -p "$folder"
cd "$folder"
apt-get source --only-source "imgui=$imgui" libsdl2/trixie
mv imgui-*/ imgui
mv libsdl2-*/ sdl2
rm -f ./*.tar.* ./*.dsc ./*.asc
echo "imgui $imgui" > versions.txt
sed -n '1s/.*(\(.*\)).*/sdl2 \1/p' sdl2/debian/changelog >> versions.txt
cat versions.txt

# Files of the host that enter binds over these must have something to be bound over.
for file in /etc/resolv.conf /etc/hosts; do [ -e "$file" ] || : > "$file"; done
rm -f /etc/apt/sources.list.d/source.list
rm -rf /var/lib/apt/lists/*
apt-get clean
