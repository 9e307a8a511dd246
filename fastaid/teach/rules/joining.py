"""Joining tensors and writing into a part of one, where shapes or kinds differ."""

from __future__ import annotations

import ast
import re

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, dtype, is_array, is_of, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import functional
from fastaid.teach.rules.operands import Operand, Operation, indexed, operation
from fastaid.teach.rules.python_source import origin, replaced
from fastaid.teach.rules.squeezed_batches import lost_in_a_join
from fastaid.teach.scene import Scene

JOINING = ("cat", "stack", "concat", "concatenate", "hstack", "vstack")
OPENING = ("Image.open", "PIL.Image.open", "PILImage.create", "PILImageBW.create", "load_image")


def _joined(done: Operation | None) -> tuple[Operation, Operand] | None:
    if done is None or done.name not in JOINING or not done.is_function:
        return None
    given = done.given(0, "tensors")
    return (done, given) if given is not None else None


@rule(TypeError, RuntimeError, ValueError, needs="torch")
def join_not_a_list(scene: Scene) -> Diagnosis | None:
    """`torch.cat` takes one list of tensors."""
    found = _joined(operation(scene))
    if found is None:
        return None
    done, given = found
    if is_tensor(given.value):
        others = [one.text or "…" for one in done.operands if is_tensor(one.value)]
        rest = [f"{k}={v.text}" for k, v in done.keywords.items()]
        rest = [one.text for one in done.operands if type(one.value) is int] + rest
        inside = ", ".join(others) if len(others) > 1 else f"{given.text}, …"
        return Diagnosis(
            f"`torch.{done.name}` was given {given.name}, a tensor, as its first argument.",
            "It takes one list (or tuple) of tensors; the argument after it is the dimension.",
            f"torch.{done.name}({', '.join([f'[{inside}]', *rest])})",
            "Put the tensors into a list:",
        )
    if type(given.value) not in (list, tuple):
        return None
    if not given.value:
        return Diagnosis(
            f"`torch.{done.name}` was given {given.name}, which is empty.",
            "There is nothing to join: the loop that should have filled it ran zero times, or appended elsewhere.",
            "",
            f"Look at what fills {given.name}; `len({given.text or '…'})` is 0.",
        )
    return _join_of_others(done, given)


def _join_of_others(done: Operation, given: Operand) -> Diagnosis | None:
    at, wrong = next(((i, one) for i, one in enumerate(given.value) if not is_tensor(one)), (0, None))
    if wrong is None:
        return None
    fix = _made_tensors(done, given, given.text or "items")
    if fix is None:
        return None
    return Diagnosis(
        f"Item {at} of {given.name} is {described(wrong)}, not a tensor.",
        f"`torch.{done.name}` joins tensors only.",
        fix if "\n" in fix else replaced(done.frame, done.node, fix),
        "Make tensors of them:",
        card="tensor",
    )


def _made_tensors(done: Operation, given: Operand, text: str) -> str | None:
    """The join of what can be made tensors; None where that cannot be told."""
    held, join = list(given.value), f"torch.{done.name}"
    if all(type(one) in (int, float) for one in held):
        return f"torch.tensor({text})"
    if any(one is None for one in held):
        return f"{join}([o for o in {text} if o is not None])"
    nested = [one for one in held if isinstance(one, (list, tuple)) or is_of(one, "fastcore.foundation", "L")]
    of_tensors = [list(one) for one in nested if len(one) and all(map(is_tensor, one))]
    if of_tensors and len(of_tensors) == len(held):
        is_even = len({shape(one) for part in of_tensors for one in part}) == 1
        lengths = {len(part) for part in of_tensors}
        if is_even and (done.name not in ("stack",) or len(lengths) == 1):
            return f"{join}([torch.stack(list(o)) for o in {text}])".replace("list(o)", _plain(held))
        return f"torch.cat([t for o in {text} for t in o])"
    if of_tensors:
        return f"{join}([o if torch.is_tensor(o) else torch.stack(list(o)) for o in {text}])"
    if all(is_of(one, "PIL.Image", "Image") for one in held):
        first = "" if "np" in done.frame.scope.f_globals else "import numpy as np\n"
        return f"{first}{join}([torch.as_tensor(np.array(o)) for o in {text}])"
    if any(is_of(one, "pandas", "DataFrame", "Series") for one in held):
        return f"{join}([torch.as_tensor(getattr(o, 'values', o)) for o in {text}])"
    if any(isinstance(one, (str, bytes, dict, set)) for one in held):
        return None
    # A single number has no dimension to be joined along.
    is_number = done.name != "stack" and any(type(one) in (int, float) for one in held)
    return f"{join}([torch.as_tensor(o){'.reshape(-1)' if is_number else ''} for o in {text}])"


def _plain(held: list[object]) -> str:
    return "o" if all(type(one) in (list, tuple) for one in held) else "list(o)"


@rule(RuntimeError, needs="torch")
def join_unequal(scene: Scene) -> Diagnosis | None:
    """`cat` wants equal shapes but for one dimension, `stack` wants all equal."""
    found = _joined(operation(scene))
    if found is None or type(found[1].value) not in (list, tuple):
        return None
    done, given = found
    if not given.value or not all(is_tensor(one) for one in given.value) or lost_in_a_join(scene) is not None:
        return None
    shapes = [shape(one) for one in given.value]
    at = next((i for i, one in enumerate(shapes) if not _joins(done, shapes[0], one)), None)
    if at is None:
        return None
    names = (
        [ast.unparse(one) for one in given.node.elts] if isinstance(given.node, (ast.List, ast.Tuple)) else []
    )
    first = f"`{names[0]}`" if names else "item 0"
    other = f"`{names[at]}`" if names else f"item {at}"
    what = f"`torch.{done.name}` cannot join {first} of shape {shapes[0]} and {other} of shape {shapes[at]}."
    mended = _mended_pictures(scene, done, given) if done.name == "stack" else None
    return Diagnosis(
        what, *(mended or _mended_join(scene, done, shapes[0], shapes[at], names, at)), card="rank-and-shape"
    )


def _mended_pictures(scene: Scene, done: Operation, given: Operand) -> tuple[str, str, str] | None:
    """Pictures of different sizes: each is resized where it is opened, or else before they are stacked."""
    first = given.value[0]
    sizes, kept = shape(first), given.text
    made = origin(scene, done.frame, kept) if kept.isidentifier() else given.node
    opened = next((one for one in ast.walk(made) if _opens(one)), None) if made is not None else None
    is_picture = opened is not None or "Image" in type(first).__name__ or dtype(first) == "uint8"
    if not is_picture and (len(sizes) != 3 or sizes[0] not in (1, 3, 4)):
        return None
    if len(sizes) not in (2, 3) or any(len(shape(one)) != len(sizes) for one in given.value):
        return None
    cause = "`stack` puts pictures into one tensor, so all must have the same height and width."
    is_last = len(sizes) == 3 and sizes[0] not in (1, 3, 4)  # channels last, as they come out of a file
    height, width = sizes[:2] if is_last else sizes[-2:]
    if opened is not None and made is not None:
        whole, part = ast.unparse(made), ast.unparse(opened)
        line = whole.replace(part, f"{part}.resize(({width}, {height}))", 1)
        if len(line) < 120:
            left = f"{kept} = " if kept.isidentifier() else ""
            return cause, f"{left}{line}", "Resize each picture where it is opened:"
    if is_last:
        return cause, "", "Resize all pictures to one size before they are stacked."
    lead, back = ("None, None", "0, 0") if len(sizes) == 2 else ("None", "0")
    one = f"F.interpolate(o[{lead}].float(), size=({height}, {width}))[{back}]"
    fix = f"torch.stack([{one} for o in {kept or 'pictures'}])"
    return cause, fix, "Resize all pictures to one size before they are stacked:"


def _opens(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) in OPENING


@rule(RuntimeError, needs="torch")
def join_of_calls(scene: Scene) -> Diagnosis | None:
    """`torch.cat([self.up(x), skip], dim=1)`: what a call gave is gone, and the message tells its size."""
    found = _joined(operation(scene))
    told = re.search(
        r"except in dimension (\d+)\. Expected size (\d+) but got size (\d+) for tensor number (\d+)",
        scene.message,
    )
    if found is None or told is None or found[0].name == "stack":
        return None
    done, given = found
    if not isinstance(given.node, (ast.List, ast.Tuple)):
        return None
    dim, m, n, at = (int(one) for one in told.groups())
    parts = given.node.elts
    held = [done.frame.value(one) for one in parts]
    if at >= len(parts) or all(is_tensor(one) for one in held):
        return None
    first, other = ast.unparse(parts[0]), ast.unparse(parts[at])
    cause = f"Along all dimensions but dim={dim} both need equal sizes."
    if max(m, n) % 2 and abs(m - n) == 1:
        cause += f" {max(m, n)} is odd: halved by pooling it gives {max(m, n) // 2}, and doubled again {max(m, n) - 1}."
    what = f"`torch.{done.name}` cannot join `{first}` of size {m} and `{other}` of size {n}."
    known, loose, size = (0, at, m) if is_tensor(held[0]) else (at, 0, n)
    if not is_tensor(held[known]) or not _is_of_pictures(shape(held[known]), size):
        return Diagnosis(what, cause, "", "Look at where they got their sizes.", card="rank-and-shape")
    sized = f"{functional(scene)}.interpolate({ast.unparse(parts[loose])}, size={ast.unparse(parts[known])}.shape[2:])"
    items = [sized if i == loose else ast.unparse(one) for i, one in enumerate(parts)]
    return Diagnosis(
        what,
        cause,
        replaced(done.frame, done.node, f"torch.{done.name}([{', '.join(items)}], dim={dim})"),
        f"Bring `{ast.unparse(parts[loose])}` to the size of the other (or use pictures whose size can be halved at "
        "each pooling, such as 128):",
        card="rank-and-shape",
    )


def _is_of_pictures(sizes: tuple[int, ...], size: int) -> bool:
    """Whether a size is the height or the width of feature maps, and not the number of items."""
    return len(sizes) == 4 and size in sizes[2:] and size != sizes[0]


@rule(RuntimeError, needs="torch")
def join_of_scalars(scene: Scene) -> Diagnosis | None:
    """`cat` of single numbers, such as losses: they have no dimension to be joined along."""
    found = _joined(operation(scene))
    if found is None or type(found[1].value) not in (list, tuple) or not found[1].value:
        return None
    done, given = found
    if done.name not in ("cat", "concat", "concatenate"):
        return None
    if any(not is_tensor(one) or one.ndim for one in given.value):
        return None
    text = given.text or "items"
    return Diagnosis(
        f"{given.name} holds {counted(len(given.value), 'tensor')} of a single number each: 0-d, of shape ().",
        f"`torch.{done.name}` joins along a dimension that is there, and a single number has no dimension. `stack` "
        "makes a new one.",
        f"torch.stack({text})",
        "Stack them:",
        card="rank-and-shape",
    )


def _dim(done: Operation) -> int:
    given = done.keywords.get("dim") or (done.operands[1] if len(done.operands) > 1 else None)
    return given.value if given is not None and type(given.value) is int else 0


def _joins(done: Operation, m: tuple[int, ...], n: tuple[int, ...]) -> bool:
    if done.name == "stack":
        return m == n
    if len(m) != len(n):
        return False
    dim = _dim(done) % len(m) if m else 0
    return all(i == dim or a == b for i, (a, b) in enumerate(zip(m, n, strict=True)))


def _of_another_rank(
    m: tuple[int, ...], n: tuple[int, ...], dim: int, names: list[str], at: int
) -> tuple[str, str] | None:
    """One has a dimension more: it is put into the other, or one row at a time is taken."""
    (big, large), (small, few) = (
        ((names[0], m), (names[at], n)) if len(m) > len(n) else ((names[at], n), (names[0], m))
    )
    if len(large) != len(few) + 1:
        return None
    axis = dim % len(large)
    fitting = {}
    for p in range(len(large)):
        new = (*few[:p], 1, *few[p:])
        if all(a == b or i in (axis, p) for i, (a, b) in enumerate(zip(large, new, strict=True))):
            fitting[p] = p == axis or large[p] == 1
    exact = [p for p, is_exact in fitting.items() if is_exact]
    if exact:
        return f"{small}.unsqueeze({exact[0]})", f"Give `{small}` the missing dimension first:"
    row, turn = large[1:], dim % len(few) if -len(few) <= dim < len(few) else -1
    if (
        turn >= 0
        and not fitting
        and all(a == b or i == turn for i, (a, b) in enumerate(zip(row, few, strict=True)))
    ):
        return f"{big}[0]", f"Join one of the {large[0]} of `{big}` at a time, in a loop:"
    if not fitting:
        return None
    p = next(iter(fitting))
    sizes = ", ".join(f"{big}.shape[{p}]" if i == p else "-1" for i in range(len(large)))
    return (
        f"{small}.unsqueeze({p}).expand({sizes})",
        f"Repeat `{small}` along the missing dimension first:",
    )


def _mended_join(
    scene: Scene, done: Operation, m: tuple[int, ...], n: tuple[int, ...], names: list[str], at: int
) -> tuple[str, str, str]:
    """The cause, the line, the words that go with it."""
    if done.name == "stack":
        cause = "`stack` makes a new dimension, so all shapes must be equal."
        if len(m) == len(n) and m[1:] == n[1:]:
            inside = f"[{', '.join(names)}]" if names else done.operands[0].text or "items"
            return cause, f"torch.cat({inside})", "To put them one behind the other, `cat`:"
        return cause, "", "Pad or cut them to one length first (`nn.utils.rnn.pad_sequence`)."
    if len(m) != len(n):
        cause = f"`cat` wants the same number of dimensions; these have {len(m)} and {len(n)}."
        dim = _dim(done)
        said = _of_another_rank(m, n, dim, names, at) if names and type(dim) is int else None
        if said is not None:
            return cause, *said
        small = names[0] if names and len(m) < len(n) else (names[at] if names else "x")
        return cause, f"{small}.unsqueeze(0)", f"Give `{small}` the missing dimension first:"
    differ = [i for i, (a, b) in enumerate(zip(m, n, strict=True)) if a != b]
    sizes = f"{m[differ[0]]} and {n[differ[0]]}"
    cause = f"Along dim={_dim(done)} all other sizes must be equal; dimension {differ[0]} has {sizes}."
    if len(differ) == 1:
        inside = f"[{', '.join(names)}]" if names else done.operands[0].text or "items"
        return (
            cause,
            f"torch.cat({inside}, dim={differ[0]})",
            "Join along the dimension in which they differ:",
        )
    if len(m) == 4 and names and set(differ) <= {1, 2, 3}:
        cause = (
            f"Joined along dim={_dim(done)}, both need the same height and width: {m[2:]} and {n[2:]} differ."
        )
        odd = next(
            (max(m[i], n[i]) for i in differ if i > 1 and abs(m[i] - n[i]) == 1 and max(m[i], n[i]) % 2), 0
        )
        if odd:
            cause += f" {odd} is odd: halved by pooling it gives {odd // 2}, and doubled again {odd - 1}."
        # The one that came through the halving is brought to the other's size.
        less, more = (at, 0) if m[2:] >= n[2:] else (0, at)
        how = "Bring one to the size of the other first (or use a picture size that can be halved at each pooling):"
        line = f"{functional(scene)}.interpolate({names[less]}, size={names[more]}.shape[2:])"
        return cause, f"{names[less]} = {line}" if names[less].isidentifier() else line, how
    return cause, "", "Look at where they got their sizes."


@rule(RuntimeError, ValueError, TypeError)
def assigned(scene: Scene) -> Diagnosis | None:
    """What is written into a part of a tensor must fit the part."""
    done = operation(scene)
    if done is None or done.name != "assign":
        return None
    part, value = done.operands
    whole = indexed(done)
    if whole is None or not whole.has_shape:
        return None
    target = done.text()
    if is_tensor(whole.value) and (type(value.value) is list or is_array(value.value)):
        return Diagnosis(
            f"{value.name} is {described(value.value)}; {whole.name} is a tensor.",
            "Only tensors and single numbers can be written into a part of a tensor.",
            f"{target} = torch.tensor({value.text or '…'})",
            "Make a tensor of it:",
            card="tensor",
        )
    if isinstance(scene.error, TypeError) or not value.has_shape or not part.has_shape:
        return None
    m, n = part.shape, value.shape
    if all(j in (1, i) for i, j in zip(m[::-1], n[::-1], strict=False)) and len(n) <= len(m):
        return None
    return Diagnosis(
        f"`{target}` has shape {m}, but {value.name} has shape {n}.",
        f"What is written into a part of {whole.name} must have the shape of that part, or sizes of 1.",
        "",
        f"{whole.name} has shape {whole.shape}: index another part of it, or give {value.name} the shape {m}.",
        card="broadcasting",
    )
