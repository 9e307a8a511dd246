"""What is known of a name: how it is called, what each argument means, where its source stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["positional-only", "positional", "var-positional", "keyword-only", "var-keyword"]
Role = Literal[
    "class", "function", "method", "property", "module", "instance", "value", "magic", "operator", "missing"
]

UNKNOWN = "not described"  # an honest word where no source of truth has one


@dataclass(frozen=True)
class Meaning:
    """A sentence on an argument, and who says so."""

    text: str
    origin: str  # "fastai", "docstring of torch.nn.Conv2d", "fastaid, checked with fastai 2.8.12"


@dataclass(frozen=True)
class Parameter:
    """One argument of a call."""

    name: str
    kind: Kind = "positional"
    default: str | None = None  # as code; None where the argument is required
    type: str = ""  # as an annotation would say it; "" where nothing says it
    meaning: Meaning | None = None
    via: str = ""  # the call that **kwargs carries it to: "Learner"

    @property
    def is_required(self) -> bool:
        """Whether a call without it fails."""
        return self.default is None and self.kind not in ("var-positional", "var-keyword")

    @property
    def stars(self) -> str:
        """How a signature marks it."""
        return {"var-positional": "*", "var-keyword": "**"}.get(self.kind, "")


@dataclass(frozen=True)
class Signature:
    """One way to call a thing."""

    parameters: tuple[Parameter, ...] = ()
    returns: str = ""  # the type; "" where nothing says it
    label: str = ""  # what tells this overload from the others: "x: PILImage"
    open_keywords: str = (
        ""  # what becomes of keywords nobody names: "kept", "passed on", "ignored", "" if refused
    )
    refused: tuple[str, ...] = ()  # names its displayed signature promises, with which a call fails

    @property
    def own(self) -> tuple[Parameter, ...]:
        """The arguments the function itself names."""
        return tuple(p for p in self.parameters if not p.via)

    @property
    def forwarded(self) -> tuple[Parameter, ...]:
        """The arguments that travel on through **kwargs."""
        return tuple(p for p in self.parameters if p.via)


@dataclass(frozen=True)
class Code:
    """Some source, and what it is."""

    text: str
    path: str = ""
    line: int = 0  # of its first line, from 1
    note: str = ""  # "PyTorch's reference implementation, not the code that runs"


@dataclass(frozen=True)
class Example:
    """A few lines to try."""

    code: str
    origin: str


@dataclass(frozen=True)
class Concept:
    """The idea of the course behind a name."""

    title: str
    lesson: str
    text: str  # a sentence or two


@dataclass(frozen=True)
class Group:
    """Names that belong together: what a module or a class holds."""

    title: str
    members: tuple[tuple[str, str], ...]  # (name, one line)


@dataclass(frozen=True)
class SymbolFacts:
    """Everything an answer shows. Texts are plain, with `backticks` around code."""

    name: str  # as the learner wrote it, or as the library calls it
    role: Role
    what: str = ""  # "class of fastai.learner", "Linear instance"
    summary: str = ""  # what it does, in a sentence
    signatures: tuple[Signature, ...] = ()
    returns: str = ""  # what comes back, with shapes where they are known
    notes: tuple[str, ...] = ()  # "Changes the tensor in place."
    state: tuple[
        tuple[str, str, str], ...
    ] = ()  # (what, value, meaning) of the object at hand: shape, settings
    example: Example | None = None
    concept: Concept | None = None
    details: str = ""  # the rest of the docstring
    docstring: str = ""  # its first sentence, where that is all of it
    groups: tuple[Group, ...] = ()
    source: tuple[Code, ...] = ()
    links: tuple[tuple[str, str], ...] = ()  # (label, address)
    place: str = ""  # "…/fastai/learner.py:95"
    key: str = ""  # its full dotted name, "" where it has none

    @property
    def parameters(self) -> dict[str, Parameter]:
        """Every argument of any overload, by name; the one with a meaning wins."""
        found: dict[str, Parameter] = {}
        for signature in self.signatures:
            for parameter in signature.parameters:
                held = found.get(parameter.name)
                if held is None or (held.meaning is None and parameter.meaning is not None):
                    found[parameter.name] = parameter
        return found
