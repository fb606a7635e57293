from datetime import date

from rebound_desktop.core.letters import Facts
from rebound_desktop.core.nudge_letter import how_it_stands
from rebound_desktop.core.vocabulary import Stage


def test_it_names_the_role_the_company_and_the_day() -> None:
    letter = how_it_stands(Facts("Fabrikam", "Analyst", "Ana", "Sam"), date(2026, 10, 20))
    assert letter.subject == "How it stands: Analyst at Fabrikam"
    assert "On 20 October I applied for the role of Analyst at Fabrikam." in letter.body
    assert letter.body.startswith("Dear Ana,")
    assert letter.body.endswith("With kind regards,\nSam")


def test_after_an_interview_it_thanks_for_the_conversation() -> None:
    body = how_it_stands(Facts("Fabrikam", reached=Stage.FINAL), date(2026, 11, 3)).body
    assert "Thank you again for the conversation on 3 November about the role" in body
    assert body.startswith("Hello,")
