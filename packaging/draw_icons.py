"""Draw the program's icon, resources/icons/rebound.svg, in the forms that systems want.

Usage: python packaging/draw_icons.py

Writes resources/icons/rebound.png (256 pixels), packaging/windows/rebound.ico and
packaging/macos/rebound.icns. Run it after changing the drawing, and commit what it wrote.

Both containers hold PNG pictures, which Windows Vista and OS X 10.7 and all later ones read.
Sources: "Icons" in the Win32 documentation (ICONDIR and ICONDIRENTRY); for .icns the four-letter
types that `iconutil` writes.
"""

import os
import struct
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def png(drawing: QSvgRenderer, size: int) -> bytes:
    """The drawing as a PNG file of size × size pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon of PNG pictures by their size in pixels, 256 at most."""
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(directory) + 16 * len(pictures)
    body = b""
    for size, picture in pictures.items():
        side = size % 256  # 0 stands for 256
        start = offset + len(body)
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), start)
        body += picture
    return directory + body


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """A macOS icon of PNG pictures by their four-letter type."""
    body = b"".join(
        kind + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in pictures.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def main() -> None:
    """Write the three files."""
    _application = QGuiApplication([])
    drawing = QSvgRenderer(str(ROOT / "resources/icons/rebound.svg"))
    (ROOT / "resources/icons/rebound.png").write_bytes(png(drawing, 256))
    (ROOT / "packaging/windows/rebound.ico").write_bytes(
        ico({size: png(drawing, size) for size in ICO_SIZES})
    )
    (ROOT / "packaging/macos/rebound.icns").write_bytes(
        icns({kind: png(drawing, size) for kind, size in ICNS_TYPES.items()})
    )


if __name__ == "__main__":
    main()
