"""Reading rows from the pages of a damaged file, where SQLite itself finds no way to them.

Follows the file format of SQLite (https://www.sqlite.org/fileformat2.html): every leaf page of a
table says which cells it holds, whatever has become of the pages that lead to it.
"""

from collections.abc import Iterator
from pathlib import Path

#: A value of a row as SQLite stores it.
Value = int | float | str | bytes | None

_LEAF = 0x0D
_HEADER = 100
_LOG_HEADER, _FRAME_HEADER = 32, 24
_DEFAULT_PAGE = 4096
#: A text longer than this comes from a length that was damaged, in bytes.
_LONGEST = 100_000_000
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class _Broken(Exception):
    """A cell that cannot be read."""


def rows(path: Path) -> Iterator[tuple[int, list[Value]]]:
    """Return each row in the leaf pages of a file and of its log: its number and its values.

    The tables are not told apart, and what stands in the log comes last. Cells that cannot be
    read are left out.
    """
    content = path.read_bytes()
    size = _page_size(content)
    reserved = content[20] if len(content) > 20 and content[20] < 64 else 0
    pages = [content[at : at + size] for at in range(0, len(content), size)]
    yield from _rows_of(pages, range(len(pages)), size - reserved)
    log = path.with_name(path.name + "-wal")
    if log.exists():
        yield from _rows_in_log(log.read_bytes(), pages, size, reserved)


def _rows_in_log(
    log: bytes, pages: list[bytes], size: int, reserved: int
) -> Iterator[tuple[int, list[Value]]]:
    changed: list[int] = []
    for at in range(_LOG_HEADER, len(log) - _FRAME_HEADER - size + 1, _FRAME_HEADER + size):
        number = int.from_bytes(log[at : at + 4]) - 1
        if log[at + 8 : at + 16] != log[16:24] or not 0 <= number < 2**24:
            break  # of an older round of the log
        pages.extend([b""] * (number + 1 - len(pages)))
        pages[number] = log[at + _FRAME_HEADER : at + _FRAME_HEADER + size]
        changed.append(number)
    yield from _rows_of(pages, dict.fromkeys(changed), size - reserved)


def _rows_of(
    pages: list[bytes], numbers: "range | dict[int, None]", usable: int
) -> Iterator[tuple[int, list[Value]]]:
    for number in numbers:
        page = pages[number]
        start = _HEADER if number == 0 else 0
        if len(page) < usable or page[start] != _LEAF:
            continue
        count = int.from_bytes(page[start + 3 : start + 5])
        for place in range(min(count, usable // 4)):
            at = start + 8 + 2 * place
            try:
                yield _cell(pages, page, int.from_bytes(page[at : at + 2]), usable)
            except (_Broken, IndexError, ValueError):
                continue


def _page_size(content: bytes) -> int:
    size = int.from_bytes(content[16:18]) if len(content) > 18 else 0
    size = 65536 if size == 1 else size
    is_possible = 512 <= size <= 65536 and size & (size - 1) == 0
    return size if is_possible else _DEFAULT_PAGE


def _cell(pages: list[bytes], page: bytes, at: int, usable: int) -> tuple[int, list[Value]]:
    length, at = _varint(page, at)
    number, at = _varint(page, at)
    if not 0 < length < _LONGEST:
        raise _Broken
    most, least = usable - 35, (usable - 12) * 32 // 255 - 23
    if length <= most:
        return number, _record(page[at : at + length])
    here = least + (length - least) % (usable - 4)
    here = here if here <= most else least
    payload = bytearray(page[at : at + here])
    following = int.from_bytes(page[at + here : at + here + 4])
    seen: set[int] = set()
    while len(payload) < length:
        if not 0 < following <= len(pages) or following in seen:
            raise _Broken
        seen.add(following)
        more = pages[following - 1]
        payload += more[4 : 4 + min(usable - 4, length - len(payload))]
        following = int.from_bytes(more[:4])
    return number, _record(bytes(payload))


def _record(payload: bytes) -> list[Value]:
    """Return the values of a record in SQLite's record format."""
    end, at = _varint(payload, 0)
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values: list[Value] = []
    for kind in kinds:
        value, at = _value(payload, kind, at)
        values.append(value)
    return values


def _value(payload: bytes, kind: int, at: int) -> tuple[Value, int]:
    if kind in (0, 8, 9):
        return (None if kind == 0 else kind - 8), at
    if kind < 12 and kind != 7 and kind not in _INTEGER_BYTES:
        raise _Broken
    end = at + (8 if kind == 7 else _INTEGER_BYTES.get(kind, (kind - 12) // 2))
    if end > len(payload):
        raise _Broken
    raw = payload[at:end]
    if kind == 7:
        import struct

        return struct.unpack(">d", raw)[0], end
    if kind in _INTEGER_BYTES:
        return int.from_bytes(raw, signed=True), end
    return (raw.decode("utf-8", "replace") if kind % 2 else raw), end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | data[at + 8], at + 9
