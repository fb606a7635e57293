"""The steps that lead from one schema to the next, in order. A released step is never edited.

``STEPS[n]`` leads from schema ``n`` to schema ``n + 1``. The list is imported, not found by file
name, so that a frozen program has it too.
"""

from collections.abc import Callable

from rebound_desktop.store.migrations import schema_1, schema_2

#: A step gets a function that executes a script of SQL statements.
Step = Callable[[Callable[[str], None]], None]

STEPS: tuple[Step, ...] = (schema_1.apply, schema_2.apply)

#: The schema that this program writes.
CURRENT = len(STEPS)
