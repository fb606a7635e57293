"""Text files from other programs: what is read, and what is refused with a sentence."""

from pathlib import Path

import pytest

from rebound_desktop.exchange.text_file import TextFileError, decoded, read_text

ADVERT = "You lead a café’s kitchen – calm under pressure.\nYou order stock."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_the_usual_encodings_give_the_same_text(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "advert.txt"
    file.write_bytes(ADVERT.encode(encoding))

    assert read_text(file) == ADVERT


def test_scripts_without_spaces_are_text(tmp_path: Path) -> None:
    file = tmp_path / "advert.txt"
    for encoding in ("utf-8", "utf-16"):
        file.write_bytes("顧客対応とチームの管理".encode(encoding))
        assert read_text(file) == "顧客対応とチームの管理"


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"PK\x03\x04" + bytes(range(256)) * 4,
        b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n",
        b"{\\rtf1\\ansi Lead}",
        b"\x01\x02\x03\x04",
        "顧客対応とチームの管理".encode("shift_jis"),
        "Руководить командой".encode("cp1251"),
        b"\xff\xfe\x00\xd8",
        b"a\0b\0\xff",
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "advert.txt"
    file.write_bytes(content)

    with pytest.raises(TextFileError, match=r"is not a text file, .* in UTF-8\.$"):
        read_text(file)


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf\n", b"\xff\xfe"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "advert.txt"
    file.write_bytes(content)

    with pytest.raises(TextFileError, match="is empty"):
        read_text(file)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TextFileError, match="There is no file"):
        read_text(tmp_path / "none.txt")
    with pytest.raises(TextFileError, match="is a folder"):
        read_text(tmp_path)


def test_a_file_beyond_all_adverts_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "advert.txt"
    file.write_bytes(b"x" * (16 * 2**20 + 1))

    with pytest.raises(TextFileError, match="larger than 16 MB"):
        read_text(file)


def test_bytes_of_no_encoding_are_no_text() -> None:
    assert decoded(b"\x81\x8d\x8f") is None
