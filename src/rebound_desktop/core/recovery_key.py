"""The recovery key: the key of an encrypted store, written so that it can be printed and typed.

256 bits and a checksum stand in 14 groups of four letters and digits, in Crockford's alphabet
(https://www.crockford.com/base32.html), which has no I, L, O or U to be misread.
"""

import zlib

BYTES = 32
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("ILO", "110")
_CHECK_BYTES = 3
_GROUP = 4
_LETTERS = (BYTES + _CHECK_BYTES) * 8 // 5


def write(key: bytes) -> str:
    """Return a key of 32 bytes as text: ``"4C8X-K2M0-…"``, 14 groups."""
    number = int.from_bytes(key + _check(key))
    letters = "".join(_ALPHABET[number >> 5 * place & 31] for place in range(_LETTERS - 1, -1, -1))
    return "-".join(letters[at : at + _GROUP] for at in range(0, _LETTERS, _GROUP))


def read(text: str) -> bytes | None:
    """Return the key that a text is, however it was spaced and cased; None where it is none.

    A slip of the keyboard makes it none: one in sixteen million is not noticed.
    """
    letters = "".join(text.split()).replace("-", "").upper().translate(_MISREAD)
    if len(letters) != _LETTERS or not set(letters) <= set(_ALPHABET):
        return None
    number = 0
    for letter in letters:
        number = number << 5 | _ALPHABET.index(letter)
    content = number.to_bytes(BYTES + _CHECK_BYTES)
    key = content[:BYTES]
    return key if _check(key) == content[BYTES:] else None


def last_group(text: str) -> str:
    """Return the last group of a written key, which confirms that somebody has it at hand."""
    return text.rsplit("-", 1)[-1]


def is_last_group(typed: str, text: str) -> bool:
    """Say whether what was typed is the last group of a written key, or all of it."""
    letters = "".join(typed.split()).replace("-", "").upper().translate(_MISREAD)
    return letters in (last_group(text), text.replace("-", ""))


def _check(key: bytes) -> bytes:
    return (zlib.crc32(key) & 0xFFFFFF).to_bytes(_CHECK_BYTES)
