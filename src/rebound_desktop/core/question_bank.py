"""Behavioural questions in the program's own words, with the competencies each one asks for.

Under each question stand names from `competencies.NAMES`, separated by commas. A name may have
a comma of its own, so the names are looked for, not split.
"""

from dataclasses import dataclass
from functools import cache

from rebound_desktop.core.competencies import NAMES

_QUESTIONS = """
Tell me about a time you helped a customer who was about to give up on you.
  Customer Obsession, Managing a Quality Service
When did you find out what somebody really needed, though they had asked for something else?
  Customer Obsession, Empathy
Describe a complaint you put right. What did the person say afterwards?
  Customer Obsession, Managing a Quality Service, Self-Control
Tell me about somebody who was angry with you or your company. What did you do first?
  Self-Control, Empathy, Professionalism
When did you have to say no to a customer or a client, and how did you keep their goodwill?
  Customer Obsession, Communicating and Influencing, Sincerity
Describe a promise you made to a customer that was hard to keep.
  Dependability, Earn Trust, Customer Obsession
When did you notice a service was not good enough, and what did you change?
  Managing a Quality Service, Insist on the Highest Standards
Tell me about a mistake that was yours. How did people hear of it?
  Ownership, Integrity, Sincerity, Humility
When did you take care of something that was nobody's job?
  Ownership, Initiative
Describe something you saw through to the end when others had moved on.
  Ownership, Perseverance, Deliver Results
Tell me about a time you did more than you were asked to.
  Initiative, Ownership, Achievement Orientation
When did you act before anybody told you to? What did you base it on?
  Bias for Action, Initiative
Describe a decision you made without all the facts you wanted.
  Bias for Action, Making Effective Decisions, Tolerance for Ambiguity
Tell me about a hard choice between two good options.
  Making Effective Decisions, Are Right, A Lot, Critical Thinking
When did a number or a piece of evidence change your mind?
  Are Right, A Lot, Critical Thinking, Intellectual Curiosity
Tell me about a judgement of yours that turned out wrong.
  Are Right, A Lot, Humility, Career & Self-Development
Describe a risk you took on purpose. How did you limit what could go wrong?
  Bias for Action, Cautiousness, Making Effective Decisions
When did you stop something because it was not safe or not right?
  Cautiousness, Integrity, Have Backbone; Disagree and Commit
Describe how you found the cause of a problem that kept coming back.
  Dive Deep, Critical Thinking
Tell me about a problem you solved with very little to go on.
  Critical Thinking, Tolerance for Ambiguity, Dive Deep
When did you catch an error others had missed?
  Attention to Detail, Dive Deep, Insist on the Highest Standards
Describe a piece of work in which a small slip would have cost a lot.
  Attention to Detail, Cautiousness, Professionalism
Tell me about a report, a figure or an analysis of yours that people acted on.
  Critical Thinking, Deliver Results, Communicating and Influencing
When did you use a tool or a program to do something better than before?
  Technology, Changing and Improving
Tell me about a technical problem you had to explain to people outside your field.
  Communication, Technology, Communicating and Influencing
Describe a process you made simpler. What did it save?
  Invent and Simplify, Changing and Improving, Frugality
When did an idea of yours become the way things are done?
  Invent and Simplify, Innovation, Changing and Improving
Tell me about something new you tried that did not work. What did you keep of it?
  Innovation, Invent and Simplify, Perseverance
When did you get a lot done with little money or few people?
  Frugality, Achievement Orientation
Describe a saving you found that nobody missed.
  Frugality, Dive Deep
Tell me about a change you did not want and how you came to work with it.
  Adaptability, Changing and Improving, Optimism
When did the plan change at the last minute? What did you keep and what did you drop?
  Adaptability, Delivering at Pace, Stress Tolerance
Describe how you brought others along with a change.
  Changing and Improving, Communicating and Influencing, Leadership
Tell me about the busiest week you remember. How did you choose what came first?
  Delivering at Pace, Stress Tolerance, Dependability
When did you meet a deadline that looked out of reach?
  Delivering at Pace, Deliver Results, Perseverance
Tell me about a deadline you missed. When did you say so, and to whom?
  Ownership, Delivering at Pace, Sincerity
Describe a moment of real pressure and what you did in the first minutes.
  Stress Tolerance, Self-Control
Tell me about an emergency you were part of.
  Stress Tolerance, Self-Control, Making Effective Decisions
When did you juggle several people who each wanted you first?
  Delivering at Pace, Dependability, Communication
Describe a piece of planning of yours that you are proud of.
  Delivering at Pace, Attention to Detail, Managing a Quality Service
Tell me about a project you ran from the first talk to the last day.
  Deliver Results, Leadership, Ownership
Tell me about a result you are proud of. What was expected, and what did you reach?
  Deliver Results, Achievement Orientation
When did you set yourself a goal that others thought too high?
  Think Big, Achievement Orientation, Self-Confidence
When did you look further ahead than your job asked you to?
  Think Big, Seeing the Big Picture
Describe how your work fitted into something bigger, and how that changed what you did.
  Seeing the Big Picture, Success and Scale Bring Broad Responsibility
Tell me about an effect of your work on people outside your organisation.
  Success and Scale Bring Broad Responsibility, Seeing the Big Picture, Equity & Inclusion
Tell me about a team you led. What did you leave to others?
  Leadership, Leadership Orientation, Hire and Develop the Best
When did you lead without being anyone's boss?
  Leadership, Leadership Orientation, Communicating and Influencing
Describe how you lifted a team that had lost heart.
  Leadership, Optimism, Strive to be Earth's Best Employer
Tell me about someone on your team whose work was not good enough. What did you do?
  Leadership, Developing Self and Others, Insist on the Highest Standards
When did you give work to somebody who was not sure they could do it?
  Hire and Develop the Best, Developing Self and Others
Describe how you helped a new colleague to find their feet.
  Developing Self and Others, Hire and Develop the Best, Empathy
Tell me about something you taught to another person. How did you know it had landed?
  Developing Self and Others, Communication
Tell me about a person you chose, or helped to choose, for a job.
  Hire and Develop the Best, Making Effective Decisions
When did you make a workplace better for the people in it?
  Strive to be Earth's Best Employer, Equity & Inclusion
Tell me about a team in which the parts fitted. What was yours?
  Teamwork, Working Together, Cooperation
When did you help a colleague though your own desk was full?
  Teamwork, Working Together, Cooperation, Empathy
Describe work you did with people from another department or another trade.
  Working Together, Teamwork, Social Orientation
Tell me about a colleague you found hard to work with.
  Working Together, Teamwork, Self-Control
Describe a quarrel at work that you helped to settle.
  Working Together, Communication, Empathy
When did you disagree with somebody above you? How did you say it?
  Have Backbone; Disagree and Commit, Communicating and Influencing, Self-Confidence
Tell me about a decision you argued against and then carried out.
  Have Backbone; Disagree and Commit, Professionalism
When did you change somebody's mind? What moved them?
  Communicating and Influencing, Communication, Earn Trust
Tell me about a talk you gave or a paper you wrote that mattered.
  Communication, Communicating and Influencing
Describe a conversation you would rather not have had.
  Sincerity, Communication, Earn Trust
Tell me about a time you were misunderstood. What did you do differently the next time?
  Communication, Career & Self-Development
When did you win the trust of somebody who had good reason not to trust you?
  Earn Trust, Empathy, Sincerity
Tell me about bad news you had to give.
  Earn Trust, Sincerity, Communication
When did doing the right thing cost you something?
  Integrity, Professionalism
Describe how you dealt with something confidential.
  Integrity, Professionalism, Dependability
Tell me about a rule you thought wrong. What did you do about it?
  Integrity, Professionalism, Have Backbone; Disagree and Commit
When did others rely on you in a way that was not in your contract?
  Dependability, Professionalism
Tell me about feedback that stung and was useful.
  Career & Self-Development, Humility, Developing Self and Others
When did you learn something from scratch because the work needed it?
  Learn and Be Curious, Intellectual Curiosity, Career & Self-Development
Tell me about something you know well that nobody taught you.
  Learn and Be Curious, Intellectual Curiosity
Describe a time you asked for help. When did you decide to ask?
  Humility, Learn and Be Curious, Cooperation
Tell me about a setback and the week after it.
  Perseverance, Optimism, Stress Tolerance
When did you try a second time after it had not worked?
  Perseverance, Adaptability
Tell me about work with somebody whose background is unlike yours.
  Equity & Inclusion, Working Together, Social Orientation
When did you notice that somebody was left out, and what did you do?
  Equity & Inclusion, Empathy
Describe how you made something usable for people who could not use it before.
  Equity & Inclusion, Invent and Simplify, Managing a Quality Service
Tell me about a person you looked after or supported through a hard time.
  Empathy, Dependability
When did you keep the standard up though nobody would have noticed?
  Insist on the Highest Standards, Integrity, Attention to Detail
Tell me about a supplier, a partner or a buyer you reached an agreement with.
  Communicating and Influencing, Earn Trust, Self-Confidence
When did you work alone for long, and how did you keep going?
  Dependability, Initiative, Self-Confidence
"""


@dataclass(frozen=True, slots=True)
class Question:
    """A question an interviewer may ask, with the names of the competencies it asks for."""

    text: str
    competencies: tuple[str, ...]


@cache
def bank() -> tuple[Question, ...]:
    """Give the program's own questions in their order."""
    names = sorted({name for group in NAMES.values() for name in group}, key=len, reverse=True)
    lines = _QUESTIONS.strip().splitlines()
    return tuple(
        _question(text, asked.strip(), names)
        for text, asked in zip(lines[::2], lines[1::2], strict=True)
    )


def _question(text: str, asked: str, names: list[str]) -> Question:
    found: list[tuple[int, str]] = []
    for name in names:
        at = f", {asked},".find(f", {name},")
        if at >= 0:
            found.append((at, name))
            asked = asked.replace(name, " " * len(name), 1)
    return Question(text, tuple(name for _, name in sorted(found)))
