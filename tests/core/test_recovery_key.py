import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core import recovery_key

KEYS = st.binary(min_size=32, max_size=32)


@given(KEYS)
def test_what_is_written_can_be_read(key: bytes) -> None:
    written = recovery_key.write(key)
    assert recovery_key.read(written) == key
    assert [len(each) for each in written.split("-")] == [4] * 14
    assert not set("ILOU") & set(written)


@given(KEYS)
def test_it_may_be_typed_in_small_letters_and_other_groups(key: bytes) -> None:
    written = recovery_key.write(key)
    typed = written.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert recovery_key.read(f"  {typed}\n") == key


@given(KEYS, st.integers(0, 55), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_slip_is_noticed(key: bytes, place: int, letter: str) -> None:
    letters = recovery_key.write(key).replace("-", "")
    slipped = letters[:place] + letter + letters[place + 1 :]
    assert recovery_key.read(slipped) in ((key,) if slipped == letters else (None,))


@pytest.mark.parametrize("text", ["", "correct horse battery", "A" * 56, "Ä" * 56, "-" * 69])
def test_a_passphrase_is_not_taken_for_one(text: str) -> None:
    assert recovery_key.read(text) is None


def test_its_last_group_confirms_it() -> None:
    written = recovery_key.write(bytes(range(32)))
    last = written[-4:]
    assert recovery_key.last_group(written) == last
    assert recovery_key.is_last_group(f" {last.lower()} ", written)
    assert recovery_key.is_last_group(written.lower(), written)
    assert not recovery_key.is_last_group("", written)
    assert not recovery_key.is_last_group(written[:4], written)
