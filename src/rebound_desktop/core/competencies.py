"""The names of four competency frameworks. Names only; the definitions are their owners' texts.

Sources: NACE Career Readiness Competencies; UK Civil Service Success Profiles, Behaviours;
Amazon Leadership Principles; O*NET Work Styles.
"""

from uuid import UUID, uuid5

from rebound_desktop.core.vocabulary import Framework

_NAMESPACE = UUID("9b6f8f0e-3c1b-4f0e-9a55-0d8f6f6f2b10")

NAMES: dict[Framework, tuple[str, ...]] = {
    Framework.NACE: (
        "Career & Self-Development",
        "Communication",
        "Critical Thinking",
        "Equity & Inclusion",
        "Leadership",
        "Professionalism",
        "Teamwork",
        "Technology",
    ),
    Framework.UK_SUCCESS_PROFILES: (
        "Seeing the Big Picture",
        "Changing and Improving",
        "Making Effective Decisions",
        "Leadership",
        "Communicating and Influencing",
        "Working Together",
        "Developing Self and Others",
        "Managing a Quality Service",
        "Delivering at Pace",
    ),
    Framework.AMAZON: (
        "Customer Obsession",
        "Ownership",
        "Invent and Simplify",
        "Are Right, A Lot",
        "Learn and Be Curious",
        "Hire and Develop the Best",
        "Insist on the Highest Standards",
        "Think Big",
        "Bias for Action",
        "Frugality",
        "Earn Trust",
        "Dive Deep",
        "Have Backbone; Disagree and Commit",
        "Deliver Results",
        "Strive to be Earth's Best Employer",
        "Success and Scale Bring Broad Responsibility",
    ),
    Framework.ONET: (
        "Innovation",
        "Intellectual Curiosity",
        "Tolerance for Ambiguity",
        "Self-Confidence",
        "Perseverance",
        "Leadership Orientation",
        "Initiative",
        "Adaptability",
        "Humility",
        "Empathy",
        "Cooperation",
        "Social Orientation",
        "Attention to Detail",
        "Dependability",
        "Stress Tolerance",
        "Achievement Orientation",
        "Cautiousness",
        "Integrity",
        "Optimism",
        "Self-Control",
        "Sincerity",
    ),
}


def stable_uuid(framework: Framework, name: str) -> str:
    """Return the UUID that a framework's competency has in every store.

    Two stores that both use "Teamwork" of one framework hold the same record.
    """
    return str(uuid5(_NAMESPACE, f"{framework}:{name.strip().casefold()}"))
