"""What stands under a cell magic: code that runs first, and may make the learner that is trained."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

from fastaid.errors import FastaidError, Interrupted, listed

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from fastaid.jupyter.session import Session


def run_body(session: Session, cell: str | None) -> dict[str, Any]:
    """Run the cell in the notebook; the learners that it made or ends with, by name.

    Raises: FastaidError where it failed; IPython has shown its error by then.
    """
    if is_empty(cell):
        return {}
    shell = session.shell
    before = dict(shell.user_ns)
    result = _run(shell, str(cell))
    if isinstance(result.error_in_exec, KeyboardInterrupt):
        raise Interrupted(
            "The cell was interrupted, and nothing was trained.", "The cells after this one were not run."
        )
    if not result.success:
        raise FastaidError(
            "Nothing was trained, because the cell's own code failed.", "Mend it and run again."
        )
    from fastai.learner import Learner

    made = result.result
    if isinstance(made, Learner):
        name = next((n for n, v in shell.user_ns.items() if v is made and not n.startswith("_")), None)
        if name is None:
            session.bind(learn=made)
        return {name or "learn": made}
    return {
        name: value
        for name, value in shell.user_ns.items()
        if isinstance(value, Learner) and not name.startswith("_") and before.get(name) is not value
    }


def learner_to_train(session: Session, asked: str | None, made: dict[str, Any]) -> tuple[str, Any]:
    """The learner that a line names, that its cell made, or that is at hand."""
    if asked is None and len({id(learn) for learn in made.values()}) == 1:
        return next(iter(made.items()))
    if asked is None and len(made) > 1 and "learn" not in made:
        raise FastaidError(
            f"The cell made several learners: {listed(made)}.", "Say which trains with --learner NAME."
        )
    return session.learner(asked)


def learner_said(shell: InteractiveShell, cell: str) -> str:
    """The name that a cell gives to a learner, told from its text alone; "" where it makes none."""
    try:
        tree = ast.parse(shell.transform_cell(cell))
    except SyntaxError:
        return ""
    line = re.search(r"%learner\b(?:.*--name[ =](?P<name>\w+))?", cell)
    name = (line["name"] or "learn") if line else ""
    for statement in ast.walk(tree):
        if not isinstance(statement, ast.Assign | ast.AnnAssign | ast.Expr) or statement.value is None:
            continue
        calls = [node for node in ast.walk(statement.value) if isinstance(node, ast.Call)]
        if not any(ast.unparse(node.func).lower().endswith("learner") for node in calls):
            continue
        targets = getattr(statement, "targets", [getattr(statement, "target", None)])
        name = next((target.id for target in targets if isinstance(target, ast.Name)), "learn")
    return name


def is_empty(cell: str | None) -> bool:
    """Whether a magic stands alone on its line, or over nothing."""
    return cell is None or not cell.strip()


def _run(shell: InteractiveShell, cell: str) -> Any:
    if _is_loop_running() and shell.should_run_async(cell, transformed_cell=shell.transform_cell(cell)):
        # A notebook's loop is busy with this very cell and cannot run another one inside it.
        raise FastaidError(
            "A cell under a magic cannot await, so nothing was run or trained.",
            "Await in a cell of its own, before this one.",
        )
    ours = shell.displayhook.exec_result
    result = shell.run_cell(cell, store_history=False)
    shell.displayhook.exec_result = ours  # IPython 9 lets go of the outer cell's when an inner one ends
    return result


def _is_loop_running() -> bool:
    import asyncio  # a terminal without it would import it for this alone

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
