"""Stories in every form: whole sentences, in order, within the limit, nothing invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core.sentences import sentences
from rebound_desktop.core.speaking import word_count, words_in
from rebound_desktop.core.stories import SECONDS, WORDS, Form, render, summary
from rebound_desktop.core.story_parts import FIELDS, title_from

STORY = {
    "title": "Kept the launch date when the vendor walked out",
    "situation": "Six weeks before launch our vendor ended the contract. 40 stores knew its tills.",
    "task": "I owned the launch date and had no fallback budget.",
    "obstacle": "Our lawyer was on leave.",
    "action": "I listed what we truly needed. I called three vendors that evening. "
    "I ran a two-day test with the store managers. I moved the training to short videos.",
    "result": "Signed in 9 days, launched on the day, 12 % under the old cost. It became our way.",
    "learned": "Ask the people at the till first.",
    "applied": "I did so again a year later.",
}
LIMITED = {**WORDS, **{form: words_in(seconds) for form, seconds in SECONDS.items()}}


def test_the_whole_story_is_verbatim_with_its_paragraphs() -> None:
    told = render({**STORY, "action": "First.\n\n- then this  \n- then that"}, Form.WHOLE)
    assert "First.\n\n- then this\n- then that" in told.text
    assert told.text.startswith("Six weeks before")
    assert told.left_out == ()


@pytest.mark.parametrize(
    ("form", "headings", "left_out"),
    [
        (Form.STAR, ["Situation", "Task", "Action", "Result"], ("learned", "applied")),
        (Form.CAR, ["Challenge", "Action", "Result"], ("learned", "applied")),
        (Form.SOAR, ["Situation", "Obstacle", "Action", "Result"], ("learned", "applied")),
        (Form.PARLA, ["Problem", "Action", "Result", "Learned", "Applied"], ()),
    ],
)
def test_frames(form: Form, headings: list[str], left_out: tuple[str, ...]) -> None:
    told = render(STORY, form)
    assert [each.splitlines()[0] for each in told.text.split("\n\n")] == headings
    assert told.left_out == left_out
    for name in ("situation", "task", "obstacle", "action", "result"):
        assert STORY[name] in told.text


def test_a_star_story_without_a_task_names_the_obstacle() -> None:
    told = render({**STORY, "task": ""}, Form.STAR)
    assert "\n\nObstacle\nOur lawyer was on leave.\n\n" in told.text


def test_bullets_are_one_sentence_each() -> None:
    lines = render({**STORY, "action": "- I rang.\n- I wrote. Twice."}, Form.BULLETS).text
    assert "\n• I rang.\n• I wrote.\n• Twice.\n" in lines
    assert all(each.startswith("• ") for each in lines.splitlines())


def test_one_line_is_the_moment_or_the_title_and_how_it_ended() -> None:
    assert render(STORY, Form.ONE_LINE).text == (
        "Kept the launch date when the vendor walked out. "
        "Signed in 9 days, launched on the day, 12 % under the old cost."
    )
    assert (
        render({**STORY, "moment": "I kept\nthe date."}, Form.ONE_LINE).text == "I kept the date."
    )
    long = {**STORY, "result": "word " * 60 + "end."}
    assert render(long, Form.ONE_LINE).text == STORY["title"]


def test_one_line_is_never_longer_than_a_line() -> None:
    endless = "and on it went " * 20
    texts = {"title": endless, "action": "I rang them all. Then I rang again.", "result": endless}

    assert render(texts, Form.ONE_LINE).text == "I rang them all."
    assert render({"title": endless, "moment": endless}, Form.ONE_LINE).text == ""


def test_a_story_in_one_piece_keeps_its_end_when_it_is_shortened() -> None:
    middle = " ".join(f"Then I rang number {each} on the list myself." for each in range(30))
    texts = {"title": "Rang round", "situation": f"The hall was shut. {middle} Nobody went home."}

    told = render(texts, Form.SECONDS_30)

    assert told.text.startswith("The hall was shut. Then I rang number 0")
    assert told.text.endswith("\n\nNobody went home.")
    assert told.words <= 70
    assert told.left_out == ("situation",)


def test_thirty_seconds_take_a_bit_of_everything_and_say_what_is_missing() -> None:
    told = render(STORY, Form.SECONDS_30)
    assert told.words <= 70
    for part in ("Six weeks before", "I listed what", "Signed in 9 days"):
        assert part in told.text
    assert told.left_out == ("situation", "learned", "applied")
    assert told.seconds <= 30


def test_the_action_gets_most_of_the_time() -> None:
    long = {name: f"The {name} goes on. " * 60 for name in ("situation", "action", "result")}
    told = render({"title": "A", **long}, Form.SECONDS_120)
    share = {name: told.text.count(name) * 4 / told.words for name in long}
    assert 0.55 <= share["action"] <= 0.7
    assert 0.15 <= share["situation"] <= 0.26
    assert 0.12 <= share["result"] <= 0.22


def test_the_result_stays_when_little_else_fits() -> None:
    told = render({**STORY, "action": "word " * 200 + "end."}, Form.SECONDS_30)
    assert "Signed in 9 days" in told.text
    assert "action" in told.left_out


def test_a_first_sentence_that_is_too_long_gives_way_to_the_next() -> None:
    told = render({"title": "A", "result": "long " * 90 + "end. It worked."}, Form.SECONDS_30)
    assert told.text == "It worked."
    assert told.left_out == ("result",)


def test_sentences_that_are_all_too_long_give_no_text() -> None:
    told = render({"title": "A", "action": "long " * 300 + "end."}, Form.SECONDS_60)
    assert (told.text, told.words, told.left_out) == ("", 0, ("action",))


def test_the_pace_decides_how_much_fits() -> None:
    slow, fast = render(STORY, Form.SECONDS_30, 100), render(STORY, Form.SECONDS_30, 200)
    assert slow.words <= 50 < fast.words <= 100


@pytest.mark.parametrize("form", Form)
def test_a_raw_moment_reads_sensibly_in_every_form(form: Form) -> None:
    sign = "• " if form is Form.BULLETS else ""
    assert render({"title": "Won the prize"}, form).text == f"{sign}Won the prize"
    assert render({"title": "T", "moment": "I won it."}, form).text == f"{sign}I won it."


def test_the_moment_gives_way_once_the_story_is_written() -> None:
    assert "I won" not in render({**STORY, "moment": "I won."}, Form.WHOLE).text
    assert "I won" in render({"title": "T", "moment": "I won.", "result": "A."}, Form.STAR).text


def test_unspaced_scripts_keep_their_sentences_and_limit() -> None:
    action = "私は原因を調べて、全員に話を聞いた。" * 40
    told = render({"title": "改善", "action": action, "result": "売上が伸びた。"}, Form.SECONDS_30)
    assert told.text.endswith("売上が伸びた。")
    assert 50 <= told.words <= 70


def test_the_summary_is_how_it_ended() -> None:
    assert summary(STORY) == "Signed in 9 days, launched on the day, 12 % under the old cost."
    assert summary({"title": "T", "moment": "I won."}) == "I won."
    assert summary({"title": "I won", "moment": "I won."}) == ""
    assert summary({"title": "T"}) == ""


def test_a_title_is_made_of_whole_words() -> None:
    assert title_from({"action": "\n I rang them.\nTwice"}) == "I rang them"
    title = title_from({"situation": "word " * 30})
    assert title.endswith("word…")
    assert len(title) <= 60
    assert len(title_from({"moment": "字" * 200})) == 60
    assert title_from({"result": "  "}) == ""


SENTENCE = st.builds(
    lambda words, stop: " ".join(words) + stop,
    st.lists(st.sampled_from(["I", "led", "Dr. Li", "3.5", "we", "“so”", "ok"]), min_size=1).map(
        lambda words: ["Then", *words]
    ),
    st.sampled_from([".", "!", "?", "…", ".”", ""]),
)
TEXT = st.lists(st.tuples(SENTENCE, st.sampled_from([" ", "\n", "\n\n", "\n- "])), max_size=14).map(
    lambda parts: "".join(each + gap for each, gap in parts)
)
TEXTS = st.fixed_dictionaries({"title": SENTENCE, **dict.fromkeys(FIELDS, TEXT)})


@given(TEXTS, st.sampled_from(list(LIMITED)))
def test_limits_whole_sentences_and_order_are_kept(texts: dict[str, str], form: Form) -> None:
    told = render(texts, form)
    assert told.words == word_count(told.text) <= LIMITED[form]
    written = [
        each.text.removeprefix("• ")
        for name in ("title", *FIELDS)
        for each in sentences(texts[name])
    ]
    told_text = "".join(told.text.split()).replace("•", "")
    reached = {0}  # how much of the telling the sentences so far can account for
    for each in written:  # it is a subsequence of the sentences, each of them whole
        plain = "".join(each.split()).replace("•", "")
        reached |= {at + len(plain) for at in reached if told_text.startswith(plain, at)}
    assert len(told_text) in reached


@given(TEXTS, st.sampled_from(list(Form)))
def test_no_word_is_invented(texts: dict[str, str], form: Form) -> None:
    headings = {"Situation", "Task", "Obstacle", "Action", "Result", "Challenge", "Problem"}
    known = {word.strip(".") for text in texts.values() for word in text.split()}
    told = {word.strip(".") for word in render(texts, form).text.split()}
    assert told <= known | headings | {"Learned", "Applied", "•"}


@given(TEXTS)
def test_longer_forms_hold_more(texts: dict[str, str]) -> None:
    words = [render(texts, form).words for form in SECONDS]
    assert all(left <= right + 30 for left, right in zip(words, words[1:], strict=False))


@given(TEXTS, st.sampled_from(list(LIMITED)))
def test_the_result_is_kept_whenever_a_sentence_of_it_fits(
    texts: dict[str, str], form: Form
) -> None:
    ending = [each.text for each in sentences(texts["result"])]
    if any(word_count(each) + 1 <= LIMITED[form] for each in ending):
        told = "".join(render(texts, form).text.split())
        assert any("".join(each.split()) in told for each in ending)
