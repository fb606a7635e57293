"""Text that is stored, compared and shortened."""

from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core.plain_text import shortened, storable, words


@given(st.text(), st.integers(min_value=2, max_value=50))
def test_a_shortened_text_stays_within_its_length(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most


def test_a_text_is_cut_between_words_and_says_so() -> None:
    assert shortened("Ask who is on the panel, please", 22) == "Ask who is on the…"


def test_a_text_without_spaces_keeps_its_beginning() -> None:
    assert shortened("面接官が誰かを先に聞いておくこと", 8) == "面接官が誰かを…"


def test_a_short_text_stays_as_it_is() -> None:
    assert shortened("Ask who is there.", 40) == "Ask who is there."


@given(st.text(alphabet=st.characters()))
def test_what_is_stored_can_be_written_as_utf_8(text: str) -> None:
    kept = storable(text)
    kept.encode("utf-8")
    assert "\0" not in kept
    assert storable(kept) == kept


def test_halves_of_characters_and_nul_are_not_stored() -> None:
    assert storable("a\0b\ud83dc\udc00") == "ab\ufffdc\ufffd"
    assert storable("\ud83d\ude42") == "🙂", "both halves make one"
    assert storable("a\r\nb\rc\u2029d") == "a\nb\nc\nd"


def test_emoji_and_accents_are_stored_unharmed() -> None:
    text = "naïve 👩‍💻 שלום «quoted» 'it'"
    assert storable(text) == text
    assert words("naïve, it's") == ["naïve", "it", "s"]
