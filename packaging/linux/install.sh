#!/bin/sh
# Installs the unpacked program for the current user, with an entry in the desktop's menu:
#
#   share/install.sh            from inside the unpacked folder
#   share/install.sh --remove   takes it away again; what you wrote in Rebound stays
set -eu

name=io.github.rebound_desktop.Rebound
share=${XDG_DATA_HOME:-$HOME/.local/share}
program=$HOME/.local/lib/rebound
command=$HOME/.local/bin/rebound
entry=$share/applications/$name.desktop
icon=$share/icons/hicolor/scalable/apps/$name.svg
metainfo=$share/metainfo/$name.metainfo.xml

if [ "${1:-}" = --remove ]; then
    rm -rf "$program" "$command" "$entry" "$icon" "$metainfo"
    exit 0
fi

here=$(cd "$(dirname "$0")/.." && pwd)
if [ "$here" = "$program" ]; then
    echo "This is the installed program already." >&2
    exit 1
fi
for target in "$program" "$command" "$entry" "$icon" "$metainfo"; do
    mkdir -p "$(dirname "$target")"
done
rm -rf "$program"
cp -R "$here" "$program"
ln -sf "$program/rebound" "$command"
sed "s|^Exec=.*|Exec=\"$program/rebound\"|" "$here/share/$name.desktop" >"$entry"
cp "$here/share/rebound.svg" "$icon"
cp "$here/share/$name.metainfo.xml" "$metainfo"
echo "Rebound is installed: look for it in the menu, or run $command"
