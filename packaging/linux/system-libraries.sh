#!/bin/sh
# Installs the Debian packages that a task needs, where they are missing.
#
#   system-libraries.sh run|test|bundle PYTHON
#
# Each group holds the ones before it. PYTHON is the interpreter that makes the virtual
# environment. Packages are installed as root, or with sudo where it asks for no password;
# otherwise one line says what to install, and the exit status is 1. On systems without
# Debian's tools nothing is done: the program may well run, and pip or Qt says what it lacks.
set -eu

group=$1
python=$2
command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || exit 0

needed="libglib2.0-0 libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0"
needed="$needed libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libxcb-shape0"
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    needed="$needed $("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
fi
# Any font that Qt can draw letters with will do.
if ! find /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.fonts" \
    "${HOME:-/}/.local/share/fonts" -name '*.[to]t[fc]' 2>/dev/null | grep -q .; then
    needed="$needed fonts-dejavu-core"
fi

case $group in test | bundle)
    # A virtual screen, the accessibility bus as seen from outside, real keys and a clipboard.
    needed="$needed xvfb xauth at-spi2-core dbus-x11 python3-pyatspi gir1.2-atspi-2.0"
    # strace watches which sockets are opened.
    needed="$needed openbox xdotool xclip strace"
    # pdftotext reads back what is printed.
    needed="$needed poppler-utils"
    # Names and emoji of other scripts, to be seen and not only stored.
    needed="$needed fonts-droid-fallback fonts-noto-color-emoji"
    ;;
esac

case $group in bundle)
    needed="$needed binutils desktop-file-utils appstream"
    # PyInstaller takes the interpreter as a shared library; Debian ships it apart.
    case $(readlink -f "$(command -v "$python")") in /usr/bin/*)
        needed="$needed $("$python" -c 'import sys; print("libpython%d.%d" % sys.version_info[:2])')"
        ;;
    esac
    ;;
esac

installed() {
    # Newer Debian and Ubuntu name some libraries ...t64 and let the old name stand for them.
    for name in "$1" "$1t64"; do
        case $(dpkg-query -W -f '${db:Status-Abbrev}' "$name" 2>/dev/null) in ii*) return 0 ;; esac
    done
    return 1
}

missing=
for package in $needed; do
    installed "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    echo "Some system packages are missing; install them with: sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi
echo "Installing system packages:$missing"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# shellcheck disable=SC2086 # both are lists of words
$as_root apt-get install -qq -y --no-install-recommends $missing >/dev/null
