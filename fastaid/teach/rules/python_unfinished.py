"""Lines that begin something and do not finish it: half an `if`, a `try` alone, an import of nothing."""

from __future__ import annotations

import re

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_typed import typed
from fastaid.teach.scene import Scene


@rule(SyntaxError)
def half_of_it(scene: Scene) -> Diagnosis | None:
    """A value with `if` and no `else`, a `try` without `except`, a dict's key without a value."""
    what = typed(scene)
    if what is None:
        return None
    line = what.stripped
    if "expected 'else' after 'if' expression" in what.message:
        return Diagnosis(
            f"`{line[:60]}` chooses a value with `if` and does not say which one otherwise.",
            "In a line the form is `value if condition else other`.",
            f"{line} else None",
            "Say what it is otherwise:",
        )
    if "expected 'except' or 'finally' block" in what.message:
        return Diagnosis(
            "The `try` has no `except`.",
            "After the lines of a `try` must follow what to do if they fail.",
            "except Exception as e:\n    print(e)",
            "Add, as far to the left as the `try`:",
        )
    if "expected after dictionary key" in what.message:
        return Diagnosis(
            f"In the dict of line {what.row + 1} a key has no value.",
            "Every item between the curly brackets has the form `key: value`. (Without any colon it "
            "would be a set.)",
            "",
            "Give each key its value with a colon.",
        )
    if re.match(r"(from\s+[\w.]+\s+)?import\s*$", line):
        return Diagnosis(
            f"`{line}` does not say what to import.",
            "After `import` a name must follow.",
            f"{line} *" if line.startswith("from") else f"{line} os",
            "To import everything from it:" if line.startswith("from") else "Name a module, such as:",
        )
    return None


@rule(SyntaxError)
def without_its_if(scene: Scene) -> Diagnosis | None:
    """`else` or `elif` that belongs to no `if`."""
    what = typed(scene)
    found = re.match(r"(else|elif|except|finally)\b", what.stripped) if what is not None else None
    if what is None or found is None or "invalid syntax" not in what.message:
        return None
    word = found[1]
    partner = "try" if word in ("except", "finally") else "if"
    return Diagnosis(
        f"The `{word}` in line {what.row + 1} belongs to no `{partner}`.",
        f"It must begin exactly as far to the right as its `{partner}`, and nothing but the indented "
        "lines of the "
        f"`{partner}` may stand between the two.",
        "",
        f"Put it under its `{partner}`, in the same column.",
    )


@rule(SyntaxError)
def else_in_comprehension(scene: Scene) -> Diagnosis | None:
    """`[x for x in xs if a else b]`: with `else` the choice stands before `for`."""
    what = typed(scene)
    found = (
        re.search(r"([\[(])(.+?)(\s+for\s+.+?)\s+if\s+(.+?)\s+else\s+(.+?)([\])])", what.line)
        if what
        else None
    )
    if what is None or found is None:
        return None
    new = f"{found[1]}{found[2]} if {found[4]} else {found[5]}{found[3]}{found[6]}"
    mended = what.line[: found.start()] + new + what.line[found.end() :]
    if not what.mends(mended):
        return None
    return Diagnosis(
        "`if … else …` stands at the end of the comprehension.",
        "An `if` at the end only filters, and has no `else`. What chooses between two values stands "
        "before `for`.",
        mended.strip(),
        "Write:",
    )
