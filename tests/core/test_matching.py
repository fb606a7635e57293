"""Stories are ranked for an advert, with the reasons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core.explaining import Explainer
from rebound_desktop.core.matching import StoryIndex, StoryText, rank, uncovered
from rebound_desktop.core.requirements import key_phrases, requirements
from rebound_desktop.core.stemming import stems_of
from tests.benchmarks import matching as benchmark

SHOUTING = StoryText(
    1,
    "The caller who shouted",
    {
        "situation": "A client phoned our hotline and shouted at me.",
        "action": "I let him finish, apologised and booked a technician.",
        "result": "He thanked me.",
    },
)
SERVER = StoryText(
    2, "The night of the outage", {"action": "I restarted the database and wrote a test."}
)
TEAM = StoryText(3, "Six new drivers", {"action": "I ran a team of six and planned the routes."})
STORIES = [SERVER, TEAM, SHOUTING]


def _ids(advert: str, stories: list[StoryText]) -> list[int | str]:
    return [each.id for each in rank(advert, stories)]


@pytest.mark.parametrize(
    ("advert", "best"),
    [
        ("Customer service advisor. You handle angry customers on the phone.", 1),
        ("Backend developer. You fix incidents in production.", 2),
        ("Transport supervisor. You have led and managed people.", 3),
    ],
)
def test_a_story_is_found_by_meaning(advert: str, best: int) -> None:
    assert _ids(advert, STORIES)[0] == best


def test_a_story_from_the_same_kind_of_work_comes_before_one_with_the_same_virtue() -> None:
    nurse = StoryText("n", "", {"action": "I stayed calm when a patient collapsed on the ward."})
    coder = StoryText("c", "", {"action": "I stayed calm when the code of the release crashed."})
    assert _ids("Nurse who stays calm", [coder, nurse])[0] == "n"
    assert _ids("Programmer who stays calm", [coder, nurse])[0] == "c"


def test_the_reasons_are_words_of_the_story_and_stand_where_it_is_said() -> None:
    match = rank("Support agent: calm upset customers who call us", STORIES)[0]
    whole = " ".join((SHOUTING.title, *SHOUTING.fields.values()))
    assert match.because
    assert all(word in whole for word in match.because)
    parts = {"title": SHOUTING.title, **SHOUTING.fields}
    marked = [parts[each.field][each.start : each.end] for each in match.passages]
    assert "shouted" in " ".join(marked)
    assert all(text and text == text.strip() for text in marked)


def test_passages_do_not_overlap() -> None:
    for match in rank(benchmark.sample_adverts()[0].text, benchmark.sample_stories()):
        for before, after in zip(match.passages, match.passages[1:], strict=False):
            assert before.field != after.field or before.end < after.start


def test_scores_fall_and_stay_between_zero_and_one() -> None:
    for advert in benchmark.sample_adverts()[:5]:
        scores = [each.score for each in rank(advert.text, benchmark.sample_stories(), None)]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score < 1 for score in scores)


def test_a_requirement_without_a_story_is_named() -> None:
    advert = "Advisor\nYou will:\n- Calm angry customers\n- Keep the accounts of the firm"
    assert [each.text for each in uncovered(advert, STORIES)] == ["Keep the accounts of the firm"]


def test_a_competency_counts_without_its_words_in_the_story() -> None:
    plain = StoryText(1, "A long day", {"action": "I went on until it was done."})
    labelled = StoryText(2, "A long day", plain.fields, competencies=("Stress Tolerance",))
    assert _ids("You stay calm under pressure", [plain, labelled])[0] == 2


def test_what_exceeded_expectations_comes_first_among_equals() -> None:
    met = StoryText(1, "", {"action": "I calmed a guest"}, expectation="met")
    exceeded = StoryText(2, "", {"action": "I calmed a guest"}, expectation="exceeded")
    assert _ids("calm guests", [met, exceeded]) == [2, 1]


def test_the_same_question_gives_the_same_answer() -> None:
    advert = benchmark.sample_adverts()[3].text
    stories = benchmark.sample_stories()
    assert rank(advert, StoryIndex(stories)) == rank(advert, stories)


def test_company_talk_and_benefits_do_not_rank() -> None:
    advert = (
        "Gardener\nYou will:\nPlant trees and mow the lawn\nWe offer:\n"
        "Free meals from our chef, a kitchen, a restaurant discount and a company car"
    )
    cook = StoryText("cook", "", {"action": "In our restaurant kitchen the chef gave free meals."})
    green = StoryText("green", "", {"action": "I saved the hedge of a garden in a dry summer."})
    assert _ids(advert, [cook, green])[0] == "green"


@pytest.mark.parametrize("advert", ["", " \n\t ", "\0" * 1000, "…!?", "\ud800"])
def test_an_advert_without_words_fits_nothing(advert: str) -> None:
    assert rank(advert, STORIES) == []
    assert uncovered(advert, STORIES) == []


def test_no_stories_fit_nothing() -> None:
    assert rank("Nurse on a ward", []) == []
    assert rank("Nurse on a ward", [StoryText(1, "")]) == []


def test_chinese_and_thai_are_matched_by_pairs_of_characters() -> None:
    stories = [
        StoryText("soup", "我做了汤"),
        StoryText("zh", "处理投诉", {"action": "我带领团队处理客户的投诉。"}),
        StoryText("th", "ลูกค้าโกรธ", {"action": "ผมรับฟังลูกค้าที่โกรธ"}),
    ]
    assert _ids("客服经理:处理客户投诉,带领团队", stories) == ["zh"]
    assert _ids("ต้องดูแลลูกค้าที่โกรธ", stories) == ["th"]


@pytest.mark.parametrize(
    "advert",
    [
        "Calm angry customers. " * 50_000,
        bytes(range(256)).decode("latin-1") * 4000,
        " " * 1_000_000 + "customers",
        "a\n" * 500_000,
        "客户服务" * 250_000,
    ],
    ids=["long", "binary", "spaces", "lines", "no spaces"],
)
def test_huge_and_strange_adverts_are_answered(advert: str) -> None:
    assert len(rank(advert, STORIES)) <= len(STORIES)
    uncovered(advert, STORIES)


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_texts_can_be_matched(advert: str, told: str) -> None:
    story = StoryText("any", told[:20], {"action": told})
    for match in rank(advert, [story]):
        assert 0 <= match.score < 1
        for each in match.passages:
            text = told[:20] if each.field == "title" else told
            assert 0 <= each.start < each.end <= len(text)


def test_the_ranking_is_well_above_plain_bm25_on_the_samples() -> None:
    assert benchmark.quality(benchmark.ours()) > benchmark.quality(benchmark.plain_bm25()) + 0.2


def test_a_part_without_a_word_is_passed_over() -> None:
    launch = {"situation": "-", "task": "1+1", "action": "I led the launch with customers"}
    story = StoryText(1, "…", launch)
    match = rank("You lead launches with customers", [story])[0]
    assert {each.field for each in match.passages} == {"action"}


_WORDS = st.sampled_from(
    [
        "",
        "-",
        "…",
        "1+1",
        "c++",
        "Led",
        "customers",
        "in charge of",
        "a",
        "the",
        "处理投诉",
        "โกรธ",
        "é",
    ]
)
_TEXTS = st.lists(st.one_of(_WORDS, st.text(max_size=12)), max_size=8).map(" ".join)
_STORIES = st.builds(
    StoryText,
    st.integers(1, 5),
    _TEXTS,
    st.dictionaries(st.sampled_from(["situation", "action", "result"]), _TEXTS),
    competencies=st.lists(_TEXTS, max_size=2),
)


@given(advert=_TEXTS, stories=st.lists(_STORIES, max_size=4))
def test_no_text_upsets_the_matching(advert: str, stories: list[StoryText]) -> None:
    index = StoryIndex(stories)
    for match in rank(advert, index, None):
        assert 0 <= match.score <= 1
        parts = [{"title": each.title, **each.fields} for each in stories if each.id == match.id]
        for passage in match.passages:
            assert any(each.get(passage.field, "")[passage.start : passage.end] for each in parts)
    wanted = requirements(advert)
    assert {each.text for each in uncovered(advert, index)} <= {each.text for each in wanted}
    for start, end in key_phrases(advert, wanted):
        assert 0 <= start < end <= len(advert)


@given(words=st.dictionaries(_WORDS.filter(bool), st.floats(0.1, 5)), parts=st.lists(_TEXTS))
def test_no_text_upsets_the_explanation(words: dict[str, float], parts: list[str]) -> None:
    named = {str(number): text for number, text in enumerate(parts)}
    weights = {stem: weight for word, weight in words.items() for stem in stems_of(word)}
    because, passages = Explainer(weights, {}).explain(named)
    assert bool(because) == bool(passages)
    for passage in passages:
        assert named[passage.field][passage.start : passage.end].strip()
