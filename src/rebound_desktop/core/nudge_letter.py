"""The short letter that asks how an application stands, after a silence."""

from datetime import date

from rebound_desktop.core.letters import Facts, Letter, day_and_month
from rebound_desktop.core.plain_text import one_line
from rebound_desktop.core.vocabulary import Stage

_MET = frozenset({Stage.SCREENING, Stage.ASSESSMENT, Stage.INTERVIEWING, Stage.FINAL})


def how_it_stands(facts: Facts, last_on: date) -> Letter:
    """Return a friendly question about where things are.

    ``last_on`` is the day of the application or of the last conversation.
    """
    day = day_and_month(last_on, american=facts.american)
    role, company = one_line(facts.role), one_line(facts.company)
    about = f"the role of {role}" if role else "the role"
    at = f" at {company}" if company else ""
    if facts.reached in _MET:
        opening = f"Thank you again for the conversation on {day} about {about}{at}."
    else:
        opening = f"On {day} I applied for {about}{at}."
    name = one_line(facts.to_name)
    end = one_line(facts.my_name)
    text = "\n\n".join(
        (
            f"Dear {name}," if name else "Hello,",
            f"{opening} I am still interested, and would be glad to hear how it stands and what "
            "comes next. If you need anything more from me, I will send it at once.",
            f"With kind regards,\n{end}" if end else "With kind regards",
        )
    )
    return Letter(f"How it stands: {role or 'my application'}{at}", text)
