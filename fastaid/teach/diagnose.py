"""From an error to what is said about it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rules_for
from fastaid.teach.scene import Scene, scene_of
from fastaid.teach.whole_lines import whole

log = logging.getLogger(__name__)
ORDER = {"certain": 0, "likely": 1, "possible": 2}


def diagnose(
    error: BaseException,
    names: Mapping[str, Any],  # the notebook's variables
    cell: str = "",  # the cell's source
) -> Diagnosis | None:  # the surest explanation; None where nothing is known, or two disagree
    """Explain an error of a cell. Never raises; costs some milliseconds."""
    scene = scene_of(error, names, cell)
    found = explanations(scene)
    return whole(found[0], scene) if found else None


def explanations(scene: Scene) -> list[Diagnosis]:
    """Every rule's answer, the surest first."""
    found = []
    for one in rules_for(scene.error):
        if one.is_of_training and not scene.is_about_training:
            continue
        try:
            said = one.check(scene)
        except Exception:
            log.debug("rule %s failed", one.name, exc_info=True)
            continue
        if said is not None:
            found.append(replace(said, rule=one.name))
    return sorted(found, key=lambda said: ORDER[said.sure])
