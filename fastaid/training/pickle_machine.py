"""The small machine whose programs pickles are, with its values left out.

Of each value it keeps only what a name can be made of: text, names met before, tuples of them. Nothing is
imported or called. What it cannot follow, such as a name that a call works out, it says it cannot tell.
"""

from __future__ import annotations

import codecs
import mmap
import pickletools
from collections.abc import Callable
from typing import Any

from fastaid.training.pickle_names import LONGEST_TEXT, UNKNOWN, Bytes, Names, Pickled

# pickletools knows the machine's words. Its own reader is stricter than pickle's (it refuses the number 0x10),
# and what ends a reader early hides the rest from it; so the arguments are read here.
WORDS = {ord(one.code): one for one in pickletools.opcodes}
LENGTHS = {  # bytes that say how long an argument is
    pickletools.TAKEN_FROM_ARGUMENT1: 1,
    pickletools.TAKEN_FROM_ARGUMENT4: 4,
    pickletools.TAKEN_FROM_ARGUMENT4U: 4,
    pickletools.TAKEN_FROM_ARGUMENT8U: 8,
}
NEWEST_PROTOCOL = 5
MOST_WORDS = 2_000_000  # some seconds; an exported ResNet has 18,000
MOST_INSIDE = 3  # pickles inside pickles

# The first operand stays on the stack and takes in what stood above it.
KEEPS = frozenset({"APPEND", "APPENDS", "SETITEM", "SETITEMS", "ADDITEMS", "BUILD", "READONLY_BUFFER"})


class Broken(Exception):
    """The program ends where pickle's own machine would fail."""


class _Mark:
    """What MARK puts on the stack."""


MARK = _Mark()


class Machine:
    """Follows the programs in some bytes, one behind the other."""

    def __init__(self, data: bytes | mmap.mmap, found: Pickled, depth: int = 0):
        self.data = data
        self.found = found
        self.at = 0
        self._depth = depth
        self._n_words = 0
        self._names = Names(found, self._look_inside)
        self._stack: list[Any] = []
        self.memo: dict[int, Any] = {}
        self.protocol = 0

    def run(self) -> Any:
        """Follow one program to its end; its value as far as it is known.

        Raises: Broken where pickle would fail.
        """
        self._stack, self.memo, self.protocol = [], {}, 0
        try:
            while True:
                word = WORDS.get(self._bytes(1)[0])
                if word is None:
                    raise Broken(f"there is no word {self.data[self.at - 1]:#x}, at byte {self.at - 1:,}")
                if word.name == "STOP":
                    return self.pop()
                self._step(word)
        finally:
            self._names.end()

    # -- the program's bytes -------------------------------------------------------------------------

    def _bytes(self, n: int) -> bytes:
        if n < 0 or self.at + n > len(self.data):
            raise Broken(f"it is cut off at byte {len(self.data):,}")
        self.at += n
        return self.data[self.at - n : self.at]

    def _line(self) -> bytes:
        end = self.data.find(b"\n", self.at)
        if end < 0:
            raise Broken(f"it is cut off at byte {len(self.data):,}")
        line = self.data[self.at : end]
        self.at = end + 1
        return line

    def _argument(self, word: Any) -> Any:
        """A word's argument, as bytes; the place of one that is too long for a name."""
        kind = word.arg
        if kind is None:
            return b""
        if kind.name == "stringnl_noescape_pair":
            return self._line(), self._line()
        if kind.n == pickletools.UP_TO_NEWLINE:
            return self._line()
        if kind.n >= 0:
            return self._bytes(kind.n)
        is_signed = kind.n == pickletools.TAKEN_FROM_ARGUMENT4
        n = int.from_bytes(self._bytes(LENGTHS[kind.n]), "little", signed=is_signed)
        if 0 <= n <= LONGEST_TEXT:
            return self._bytes(n)
        if n < 0 or self.at + n > len(self.data):
            raise Broken(f"it is cut off at byte {len(self.data):,}")
        self.at += n
        return Bytes(self.at - n, self.at)

    # -- the stack -----------------------------------------------------------------------------------

    def pop(self) -> Any:
        if not self._stack or self._stack[-1] is MARK:
            raise Broken(f"a value is missing at byte {self.at - 1:,}")
        return self._stack.pop()

    def pop_to_mark(self) -> list[Any]:
        found = []
        while self._stack and self._stack[-1] is not MARK:
            found.append(self._stack.pop())
        if not self._stack:
            raise Broken(f"a mark is missing at byte {self.at - 1:,}")
        self._stack.pop()
        return found[::-1]

    def top(self) -> Any:
        self.push(self.pop(), is_new=False)
        return self._stack[-1]

    def push(self, value: Any, is_new: bool = True) -> None:
        self._stack.append(value)
        if is_new:
            self._names.meet(value)

    def _operands(self, word: Any) -> list[Any]:
        """What a word takes off the stack; what stood above a mark comes as one list."""
        names = [one.name for one in word.stack_before]
        above = [self.pop_to_mark()] if "mark" in names else []
        n = names.index("mark") if above else len(names)
        return [*[self.pop() for _ in range(n)][::-1], *above]

    def _step(self, word: Any) -> None:
        self._n_words += 1
        if self._n_words > MOST_WORDS:
            raise Broken(f"it has more than {MOST_WORDS:,} words")
        argument = self._argument(word)
        follow = FOLLOW.get(word.name)
        if follow is not None:
            follow(self, argument)
        elif word.name in KEEPS:
            self.push(self._operands(word)[0], is_new=False)
        elif word.name == "POP" and self._stack and self._stack[-1] is MARK:
            self._stack.pop()
        else:
            self._operands(word)
            for _ in word.stack_after:
                self.push(UNKNOWN)

    def import_(self, module: str, name: str) -> None:
        """Put a name on the stack."""
        self.push(self._names.imported(module, name, self.protocol < 3))

    def call(self, func: Any, arguments: Any) -> None:
        """Put on the stack what a call gives."""
        self.push(self._names.called(func, arguments))

    def _look_inside(self, where: bytes | Bytes) -> None:
        """A torch file inside the pickle, which torch loads without a question."""
        data = where if isinstance(where, bytes) else self.data[where.start : where.end]
        if self._depth == MOST_INSIDE or data.startswith(b"PK"):
            self.found.is_told = False
        else:
            follow_series(Machine(data, self.found, self._depth + 1))


TORCH_MAGIC = 0x1950A86A20F9469CFC6C
N_SERIES = (
    5  # torch.save before 1.6: its magic number, a version, the machine's sizes, the object, the storages
)


def follow_series(machine: Machine) -> None:
    """Follow the pickles of an older torch file, or a single one.

    Raises: Broken where pickle would fail, before or in what torch would load.
    """
    is_torch_s = machine.run() == TORCH_MAGIC
    for _ in range(N_SERIES - 1):
        if not is_torch_s and machine.at == len(machine.data):
            return
        try:
            machine.run()
        except Broken:
            if is_torch_s:
                raise
            return  # behind a pickle that is not torch's there may be anything; torch stops there


# -- the words that a name can be made with ----------------------------------------------------------------


def _text(decode: Callable[[bytes], str]) -> Callable[[Machine, Any], None]:
    def follow(machine: Machine, argument: Any) -> None:
        if isinstance(argument, Bytes) or len(argument) > LONGEST_TEXT:
            machine.push(UNKNOWN)
            return
        try:
            machine.push(decode(argument))
        except ValueError:  # a UnicodeDecodeError is one
            raise Broken(f"a text is none, at byte {machine.at:,}") from None

    return follow


def _quoted(line: bytes) -> str:
    line = line.strip()
    if len(line) < 2 or line[:1] != line[-1:] or line[:1] not in (b"'", b'"'):
        raise ValueError
    return codecs.escape_decode(line[1:-1])[0].decode("utf-8", "replace")


def _name(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        raise Broken("a name is no text") from None


def _number(argument: bytes) -> int:
    try:
        return int(argument)
    except ValueError:
        raise Broken("a number is none") from None


def _follow_long(machine: Machine, argument: Any) -> None:
    is_short = isinstance(argument, bytes) and len(argument) <= 16
    machine.push(int.from_bytes(argument, "little", signed=True) if is_short else UNKNOWN)


def _follow_proto(machine: Machine, argument: bytes) -> None:
    if argument[0] > NEWEST_PROTOCOL:
        raise Broken(f"it is of protocol {argument[0]}, which there is not")
    machine.protocol = argument[0]


def _follow_get(read: Callable[[bytes], int]) -> Callable[[Machine, Any], None]:
    def follow(machine: Machine, argument: bytes) -> None:
        index = read(argument)
        if index not in machine.memo:
            raise Broken(f"it takes up a value that it never put by, at byte {machine.at:,}")
        machine.push(machine.memo[index])

    return follow


def _follow_put(read: Callable[[bytes], int]) -> Callable[[Machine, Any], None]:
    def follow(machine: Machine, argument: bytes) -> None:
        machine.memo[read(argument)] = machine.top()

    return follow


def _follow_memoize(machine: Machine, _: Any) -> None:
    machine.memo[len(machine.memo)] = machine.top()


def _follow_global(machine: Machine, argument: Any) -> None:
    machine.import_(_name(argument[0]), _name(argument[1]))


def _follow_stack_global(machine: Machine, _: Any) -> None:
    name, module = machine.pop(), machine.pop()
    if isinstance(name, str) and isinstance(module, str):
        machine.import_(module, name)
        return
    machine.found.is_told = False
    machine.push(UNKNOWN)


def _follow_extension(machine: Machine, _: Any) -> None:
    machine.found.is_told = False  # a number that stands for a name, in a table of the process that loads
    machine.push(UNKNOWN)


def _follow_inst(machine: Machine, argument: Any) -> None:
    machine.import_(_name(argument[0]), _name(argument[1]))
    func = machine.pop()
    machine.call(func, tuple(machine.pop_to_mark()))


def _follow_obj(machine: Machine, _: Any) -> None:
    values = machine.pop_to_mark()
    if not values:
        raise Broken(f"a class is missing at byte {machine.at - 1:,}")
    machine.call(values[0], tuple(values[1:]))


def _follow_reduce(machine: Machine, _: Any) -> None:
    arguments, func = machine.pop(), machine.pop()
    machine.call(func, arguments)


def _follow_tuple(n: int | None) -> Callable[[Machine, Any], None]:
    def follow(machine: Machine, _: Any) -> None:
        values = machine.pop_to_mark() if n is None else [machine.pop() for _ in range(n)][::-1]
        machine.push(tuple(values))

    return follow


def _follow_dup(machine: Machine, _: Any) -> None:
    machine.push(machine.top())


def _little(argument: bytes) -> int:
    return int.from_bytes(argument, "little")


_utf_8 = _text(lambda b: b.decode("utf-8", "surrogatepass"))
_old = _text(lambda b: b.decode("utf-8", "replace"))
FOLLOW: dict[str, Callable[[Machine, Any], None]] = {
    "PROTO": _follow_proto,
    "MARK": lambda machine, _: machine.push(MARK),
    "LONG1": _follow_long,
    "BINUNICODE": _utf_8,
    "SHORT_BINUNICODE": _utf_8,
    "BINUNICODE8": _utf_8,
    "UNICODE": _text(lambda b: b.decode("raw-unicode-escape")),
    "STRING": _text(_quoted),
    "BINSTRING": _old,
    "SHORT_BINSTRING": _old,
    **dict.fromkeys(("BINBYTES", "SHORT_BINBYTES", "BINBYTES8"), lambda machine, found: machine.push(found)),
    "EMPTY_TUPLE": _follow_tuple(0),
    "TUPLE1": _follow_tuple(1),
    "TUPLE2": _follow_tuple(2),
    "TUPLE3": _follow_tuple(3),
    "TUPLE": _follow_tuple(None),
    "DUP": _follow_dup,
    "GET": _follow_get(_number),
    "BINGET": _follow_get(_little),
    "LONG_BINGET": _follow_get(_little),
    "PUT": _follow_put(_number),
    "BINPUT": _follow_put(_little),
    "LONG_BINPUT": _follow_put(_little),
    "MEMOIZE": _follow_memoize,
    "GLOBAL": _follow_global,
    "STACK_GLOBAL": _follow_stack_global,
    **dict.fromkeys(("EXT1", "EXT2", "EXT4"), _follow_extension),
    "INST": _follow_inst,
    "OBJ": _follow_obj,
    "REDUCE": _follow_reduce,
}
