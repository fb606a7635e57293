#!/bin/sh
# Prints the Python that the virtual environment is made with: python3 where it is new enough
# (the one the person already uses), else the newest numbered one. PYTHON=... in the environment
# decides instead. Exit status 1, with one line, where there is none.
set -u

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

if [ -n "${PYTHON:-}" ]; then
    candidates=$PYTHON
else
    candidates="python3 python3.14 python3.13 python3.12 python3.11"
fi
for candidate in $candidates; do
    if new_enough "$candidate"; then
        command -v "$candidate"
        exit 0
    fi
done
echo "Rebound needs Python 3.11 or newer; tried: $candidates. Name another with PYTHON=/path/to/python3." >&2
exit 1
