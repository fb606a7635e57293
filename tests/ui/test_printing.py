"""The prep sheet on paper."""

import os
import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QApplication

from rebound_desktop.core.prep_sheet import PARTS, Sheet, SheetStory, as_html, blocks
from rebound_desktop.ui import printing

HEADINGS = {each: each for each in PARTS}


def html(stories: int, *, title: str = "Tailspin") -> str:
    cues = ("I rang three vendors that evening and wrote down what each of them said.",) * 4
    made = Sheet(title, stories=[SheetStory(f"Story {each}", cues) for each in range(stories)])
    return as_html(blocks(made, HEADINGS))


def pages(content: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", content))


def text_of(content: bytes, folder: Path) -> str:
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed")
    file = folder / "sheet.pdf"
    printing.save(content, file)
    done = subprocess.run(
        [reader, "-layout", str(file), "-"], check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout


def test_a_sheet_is_one_page_where_it_fits(qapp: QApplication) -> None:
    assert pages(printing.pdf(html(3))) == 1
    assert pages(printing.pdf(html(9))) == 1
    assert pages(printing.pdf(html(30))) > 1


def test_nothing_is_lost_on_the_way(qapp: QApplication, tmp_path: Path) -> None:
    text = text_of(printing.pdf(html(30)), tmp_path)

    assert all(f"Story {each}" in text for each in range(30))
    assert text.count("I rang three vendors") == 120


def test_markup_in_the_persons_words_is_printed_as_it_is(
    qapp: QApplication, tmp_path: Path
) -> None:
    text = text_of(printing.pdf(html(1, title="<b>Bold</b> & Co")), tmp_path)

    assert "<b>Bold</b> & Co" in text


def test_a_sheet_says_to_a_queue_or_a_task_bar_only_what_it_is(
    qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "sheet.pdf"
    printing.save(printing.pdf(html(1)), file)
    told = re.search(rb"/Title\s*\(([^)]*)\)", file.read_bytes())
    assert told is not None
    assert told[1].decode("utf-16") == "Prep sheet"
    assert set(re.findall(rb"/Author\s*\(([^)]*)\)", file.read_bytes())) <= {b""}
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_paper_follows_the_country(qapp: QApplication) -> None:
    before = QLocale()
    try:
        for name, size in (("en_US", QPageSize.PageSizeId.Letter), ("de_DE", "A4")):
            QLocale.setDefault(QLocale(name))
            assert printing.page_size().id() == (QPageSize.PageSizeId.A4 if size == "A4" else size)
    finally:
        QLocale.setDefault(before)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        printing.save(b"x", tmp_path / "nowhere" / "sheet.pdf")
    (tmp_path / "folder").mkdir()
    with pytest.raises((IsADirectoryError, PermissionError)):
        printing.save(b"x", tmp_path / "folder")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["folder"]
