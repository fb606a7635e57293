"""Start-up step of the bundle on Linux: let other programs find the system's libraries.

The bundle's loader points LD_LIBRARY_PATH at the bundled libraries. This process has read it
already; a mail program or a browser that it opens must not, or it may not start. The program
itself, when it is started from here once more, sets it again.
"""

import os

if original := os.environ.get("LD_LIBRARY_PATH_ORIG"):
    os.environ["LD_LIBRARY_PATH"] = original
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
