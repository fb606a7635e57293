"""What an encrypted file is keyed with, and the keys that are in hand.

A file is SQLCipher's own format (https://www.zetetic.net/sqlcipher/design/): AES-256 with a check
of each page. Its key is derived from the passphrase and from a salt, which are the file's first 16
bytes, in the way that SQLCipher 4 does by itself, so that other programs that know it can open the
file by its passphrase. All files that one passphrase covers (the store, its backups) share one
salt and so one key. That key, written down, is the recovery key.

Nothing of this is loaded for a store that is not encrypted.
"""

import os
import unicodedata
from hmac import compare_digest
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.store.errors import LockedError

#: With these bytes begins the salt of every file that this program encrypts.
MARK = b"RbnE"
_SALT_BYTES = 16
_KEY_BYTES = 32
#: SQLCipher 4's default, https://www.zetetic.net/sqlcipher/sqlcipher-api/#kdf_iter
_ROUNDS = 256_000


class Key:
    """The key of files that share a salt. It is overwritten in memory when it is wiped."""

    def __init__(self, key: bytes | bytearray, salt: bytes) -> None:
        self.salt = salt
        self._bytes = bytearray(key)

    def give(self, connection: sqlcipher.Connection) -> None:
        """Give the key to a connection on which nothing was read yet."""
        _quiet()
        written = bytearray(b"x'" + self._bytes.hex().encode() + self.salt.hex().encode() + b"'")
        try:
            connection.set_key(written)
        finally:
            written[:] = bytes(len(written))

    def literal(self) -> str:
        """Return the key as SQLCipher takes it in a statement."""
        return f"x'{self._bytes.hex()}{self.salt.hex()}'"

    def copy(self) -> bytes:
        """Return the 32 bytes, as for the recovery key."""
        return bytes(self._bytes)

    def wipe(self) -> None:
        """Overwrite the key."""
        self._bytes[:] = bytes(len(self._bytes))


#: The keys in hand, by the salt of the files they open.
_keys: dict[bytes, Key] = {}
_is_quiet = False


def salt_of(file: Path) -> bytes | None:
    """Return the salt of an encrypted file; None where it is none, or not there.

    Raises OSError where the file cannot be read.
    """
    try:
        with file.open("rb") as opened:
            start = opened.read(_SALT_BYTES)
    except (FileNotFoundError, IsADirectoryError):
        return None
    return start if len(start) == _SALT_BYTES and start.startswith(MARK) else None


def key_of(file: Path) -> Key | None:
    """Return the key of a file, None where it is not encrypted.

    Raises LockedError where the key is not in hand.
    """
    salt = salt_of(file)
    if salt is None:
        return None
    key = _keys.get(salt)
    if key is None:
        raise LockedError(file)
    return key


def key_for(salt: bytes) -> Key:
    """Return the key in hand for files with a salt; raises KeyError where there is none."""
    return _keys[salt]


def is_encrypted(file: Path) -> bool:
    """Say whether a file is encrypted; of one that cannot be read, who opens it says why not."""
    try:
        return salt_of(file) is not None
    except OSError:
        return False


def is_locked(file: Path) -> bool:
    """Say whether a file is encrypted and its key is not in hand."""
    return is_encrypted(file) and salt_of(file) not in _keys


def is_any_held() -> bool:
    """Say whether any key is in hand."""
    return bool(_keys)


def is_in_hand(key: Key) -> bool:
    """Say whether a key is the one in hand for the files with its salt."""
    held = _keys.get(key.salt)
    return held is not None and compare_digest(held.copy(), key.copy())


def hold(key: Key, damaged_salt: bytes | None = None) -> None:
    """Keep a key in hand until :func:`wipe`; also for a file whose salt is not what it was."""
    _keys[key.salt] = key
    if damaged_salt is not None:
        _keys[damaged_salt] = key


def drop(key: Key) -> None:
    """Let one key go, overwritten, such as one that was never put in force."""
    if _keys.get(key.salt) is key:
        del _keys[key.salt]
    key.wipe()


def wipe() -> None:
    """Let all keys go, overwritten."""
    for key in _keys.values():
        key.wipe()
    _keys.clear()


def new_key(passphrase: str) -> Key:
    """Return the key of a passphrase with a new salt."""
    return derive(passphrase, MARK + os.urandom(_SALT_BYTES - len(MARK)))


def derive(passphrase: str, salt: bytes) -> Key:
    """Return the key of a passphrase for the files with a salt; takes about 0.15 s.

    Letters with accents count as the same however the keyboard composed them.
    """
    import hashlib  # only here: most starts need none of it

    text = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return Key(hashlib.pbkdf2_hmac("sha512", text, salt, _ROUNDS, _KEY_BYTES), salt)


def _quiet() -> None:
    """Keep SQLCipher from writing to the terminal; what it has to say comes as an error."""
    global _is_quiet
    if _is_quiet:
        return
    connection = sqlcipher.connect(":memory:")
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.close()
    _is_quiet = True
