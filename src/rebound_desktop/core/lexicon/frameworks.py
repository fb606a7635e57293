"""Which ways of working the competencies of the four frameworks speak of.

The names are those of `rebound_desktop.core.competencies.NAMES`; after the colon stand concepts
of the vocabulary. The choice is this program's own reading of the names.
"""

_CONCEPTS = """
Career & Self-Development: learning coaching
Communication: communication presenting listening
Critical Thinking: analysis problem-solving deciding
Equity & Inclusion: inclusion
Leadership: leading managing-staff
Professionalism: integrity dependable
Teamwork: teamwork cross-team
Technology: computer-skills technical-help
Seeing the Big Picture: strategic
Changing and Improving: improving change-leading innovating
Making Effective Decisions: deciding analysis
Communicating and Influencing: communication persuading presenting
Working Together: teamwork cross-team relationships
Developing Self and Others: coaching training-others learning
Managing a Quality Service: serving-people quality
Delivering at Pace: deadlines prioritising planning
Customer Obsession: serving-people complaints-handling
Ownership: ownership
Invent and Simplify: innovating improving
Are Right, A Lot: deciding analysis
Learn and Be Curious: learning
Hire and Develop the Best: hiring coaching
Insist on the Highest Standards: quality detail
Think Big: strategic innovating
Bias for Action: initiative deadlines
Frugality: saving budget
Earn Trust: relationships integrity
Dive Deep: root-cause analysis
Have Backbone; Disagree and Commit: disagreeing
Deliver Results: results project-work
Strive to be Earth's Best Employer: managing-staff safety
Success and Scale Bring Broad Responsibility: community
Innovation: innovating
Intellectual Curiosity: learning
Tolerance for Ambiguity: adapting
Self-Confidence: independent disagreeing
Perseverance: persistence
Leadership Orientation: leading
Initiative: initiative
Adaptability: adapting
Humility: giving-feedback ownership
Empathy: empathy listening
Cooperation: teamwork
Social Orientation: relationships
Attention to Detail: detail
Dependability: dependable
Stress Tolerance: stress emergency
Achievement Orientation: results
Cautiousness: risk safety
Integrity: integrity
Optimism: persistence
Self-Control: calming stress
Sincerity: integrity communication
"""

#: Name of a competency: the concepts it speaks of.
CONCEPTS_OF: dict[str, tuple[str, ...]] = {
    name: tuple(concepts.split())
    for name, _, concepts in (line.partition(": ") for line in _CONCEPTS.strip().splitlines())
}
