"""The names that a pickle imports, and what its calls make of them, without importing or calling."""

from __future__ import annotations

from _compat_pickle import IMPORT_MAPPING, NAME_MAPPING
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

LONGEST_TEXT = 1_000  # of what may be a name
CLOUDPICKLE = "cloudpickle.cloudpickle"
MAKERS = {"_make_function": 0, "_make_skeleton_class": 1, "_make_skeleton_enum": 1}  # where the name stands
CODE_NAME = 11  # of the arguments that make a code object, Python 3.8 to 3.14


@dataclass(frozen=True)
class Imported:
    """A name that loading imports; dotted where the pickle goes on into what it imported."""

    module: str
    name: str = ""  # empty: the module itself

    def __str__(self) -> str:
        return f"{self.module}.{self.name}" if self.name else self.module


GETATTR = Imported("builtins", "getattr")
CODE = Imported("types", "CodeType")
FROM_BYTES = Imported("torch.storage", "_load_from_bytes")  # a tensor that was pickled without torch.save


@dataclass
class Pickled:
    """What the pickles of one file would import, and whose code they bring."""

    imports: list[Imported] = field(default_factory=list)  # each once, in the order in which they are met
    own_code: list[str] = field(default_factory=list)  # functions and classes in the file, as it calls them
    is_told: bool = True  # False: it imports more, and what cannot be told without loading it
    takes_parts: bool = False  # attributes of what it made or imported, as weights never do


@dataclass(frozen=True)
class Bytes:
    """Where bytes lie in the data."""

    start: int
    end: int


@dataclass(frozen=True)
class _Code:
    """The code of a function that lies in the file."""

    name: str


UNKNOWN = object()  # a value that no name is made of


class Names:
    """Writes down what is imported; follows the few calls that give or hide names."""

    def __init__(self, found: Pickled, look_inside: Callable[[bytes | Bytes], None]):
        self.found = found
        self._look_inside = look_inside  # a torch file that lies in the pickle
        self._seen = set(found.imports)
        self._unfollowed: Counter[Imported] = Counter()  # met, and not yet followed in a call

    def meet(self, value: Any) -> None:
        """A value came onto the stack: one that is told by what it is called with waits for that."""
        if value in (GETATTR, FROM_BYTES):
            self._unfollowed[value] += 1

    def end(self) -> None:
        """Write down what went another way than into a call that could be followed."""
        for one, n in self._unfollowed.items():
            if n > 0:
                self._note(one)

    def _note(self, one: Imported) -> None:
        if one not in self._seen:
            self._seen.add(one)
            self.found.imports.append(one)

    def imported(self, module: str, name: str, is_python_2_s: bool = False) -> Imported:
        """The name, as it is called today."""
        if is_python_2_s:
            module, name = NAME_MAPPING.get((module, name), (IMPORT_MAPPING.get(module, module), name))
        one = Imported(module[:LONGEST_TEXT], name[:LONGEST_TEXT])
        if one not in (GETATTR, FROM_BYTES):
            self._note(one)
        return one

    def called(self, func: Any, arguments: Any) -> Any:
        """What a call gives, as far as it is a name."""
        given = arguments if isinstance(arguments, tuple) else ()
        if func == GETATTR and len(given) == 2 and isinstance(given[1], str) and given[1][:1] != "_":
            self._unfollowed[GETATTR] -= 1
            self.found.takes_parts = True
            return self._attribute(*given)
        if func == FROM_BYTES and len(given) == 1 and isinstance(given[0], bytes | Bytes):
            self._unfollowed[FROM_BYTES] -= 1
            self._look_inside(given[0])
            self._seen.update(self.found.imports)
        elif isinstance(func, Imported) and func.module == CLOUDPICKLE:
            return self._of_cloudpickle(func.name, given)
        elif func == CODE and len(given) > CODE_NAME and isinstance(given[CODE_NAME], str):
            return _Code(given[CODE_NAME])
        return UNKNOWN

    def _attribute(self, held: Any, name: str) -> Any:
        if not isinstance(held, Imported):
            return UNKNOWN
        one = Imported(held.module, f"{held.name}.{name}".lstrip("."))
        self._note(one)
        return one

    def _of_cloudpickle(self, name: str, given: tuple[Any, ...]) -> Any:
        """cloudpickle puts the code of a notebook's functions and classes into the file."""
        if name in MAKERS:
            own = given[MAKERS[name]] if len(given) > MAKERS[name] else None
            self.found.own_code.append(str(getattr(own, "name", own if isinstance(own, str) else "?")))
            return UNKNOWN
        if name not in ("subimport", "_builtin_type"):
            return UNKNOWN
        if not given or not isinstance(given[0], str):
            self.found.is_told = False
            return UNKNOWN
        return self.imported(given[0], "") if name == "subimport" else Imported("types", given[0])
