"""fastaid's answers in the plain form that a coverage measurement of help systems asks for."""

from __future__ import annotations

from typing import Any

from fastaid.help.describe import describe


def provide(name: str, obj: Any) -> dict[str, Any]:
    """What `describe` says of an object, as a dict of names, meanings, types, source and example."""
    facts = describe(obj, name)
    code = facts.source[0] if facts.source else None
    shown = list(facts.parameters.values())
    return {
        "sig": name if facts.signatures else None,
        "params": [
            {
                "name": p.name,
                "doc": p.meaning.text if p.meaning else None,
                "type": p.type or None,
                "default": p.default,
            }
            for p in shown
        ],
        "returns": {
            "type": facts.signatures[0].returns if facts.signatures else None,
            "doc": facts.returns or None,
        },
        "file": code.path if code else None,
        "line": code.line if code else None,
        "source": code.text if code else None,
        "text": f"{facts.summary}\n{facts.details}",
        "example": facts.example.code if facts.example else None,
    }
