"""CPU and GPU: tensors on different devices, a GPU that is not there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_tensor, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import statement
from fastaid.teach.rules.devices_asked import as_buffer, asks_cuda, guarded
from fastaid.teach.rules.devices_moved import asks_for_cuda, gpu_lines, on_device
from fastaid.teach.rules.devices_told import asking, made_on_meta
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.rules.step import learner_in, learner_name
from fastaid.teach.scene import Frame, Scene

APART = re.compile(
    r"same device|expected device|device type|[Ii]nput type .* and weight type|not (at|on) the same device"
)
NO_GPU = re.compile(
    r"NVIDIA driver|not compiled with CUDA|no CUDA GPUs|cuda driver|CUDA driver version|cuda unavailable",
    re.I,
)
HERE = 'device = torch.device("cuda" if torch.cuda.is_available() else "cpu")'


def device_of(held: Any) -> str:
    """Where a tensor or a model is, "" where it is nowhere."""
    if is_tensor(held):
        return str(held.device)
    if is_module(held):
        first = next(iter(held.parameters()), None)
        return str(first.device) if first is not None else ""
    return ""


def _operands(frame: Frame) -> Iterator[tuple[str, Any]]:
    line = frame.node or statement(frame)
    if line is None:
        return
    seen: set[str] = set()
    for node in ast.walk(line):
        if not isinstance(node, (ast.Name, ast.Attribute)) or ast.unparse(node) in {"self", *seen}:
            continue
        held = frame.value(node)
        # `x.shape` is no operand, and of `x.T` the tensor itself is one.
        if device_of(held) and not (isinstance(node, ast.Attribute) and is_tensor(frame.value(node.value))):
            seen.add(ast.unparse(node))
            yield ast.unparse(node), held


@rule(RuntimeError, needs="torch")
def apart(scene: Scene) -> Diagnosis | None:
    """Two tensors, or a model and its input, are on different devices."""
    if not APART.search(scene.message):
        return None
    for frame in reversed([one for one in scene.frames if one.is_learners]):
        found = list(_operands(frame))
        places = {device_of(held) for _, held in found}
        if len(places) > 1:
            return _made_without_numbers(scene, found) or _told(frame, found)
    learn = learner_in(scene)
    return (_in_learner(scene, learn) if learn is not None else None) or _inside(scene)


def _made_without_numbers(scene: Scene, found: list[tuple[str, Any]]) -> Diagnosis | None:
    """A model that was made inside `with torch.device("meta"):`."""
    name = next((text for text, held in found if device_of(held) == "meta"), "")
    made = made_on_meta(scene, name) if name else ""
    if not made:
        return None
    return Diagnosis(
        f"`{name}` was made under `with torch.device('meta')`: its weights have shapes and no numbers.",
        "On the device meta nothing is calculated; data that is moved there loses its numbers.",
        made,
        "Make it outside of that `with`:",
    )


def _told(frame: Frame, found: list[tuple[str, Any]]) -> Diagnosis:
    slow = [(text, held) for text, held in found if device_of(held) == "cpu"] or found[:1]
    fast = next((text, held) for text, held in found if device_of(held) != device_of(slow[0][1]))
    name, held = slow[0]
    place = device_of(fast[1])
    kind = "model " if is_module(held) else ""
    other = "the model " if is_module(fast[1]) else ""
    what = f"{'The ' + kind if kind else ''}`{name}` is on {device_of(held)}, {other}`{fast[0]}` on {place}."
    if name.startswith("self.") and is_tensor(held):
        fix, how = as_buffer(frame, name, fast[0] if is_tensor(fast[1]) else "")
        return Diagnosis(
            what,
            f"`{name}` is a plain tensor, so it stays behind when the model is moved to another device.",
            fix,
            how,
            card="device-and-gpu-memory",
        )
    where = f"{fast[0]}.device" if is_tensor(fast[1]) else f'"{place}"'
    fix = f"{name} = {name}.to({where})" if "." not in name or is_module(held) else f"{name}.to({where})"
    return Diagnosis(
        what,
        "PyTorch calculates only with tensors on the same device; nothing is moved by itself. "
        + ("A model and its input must both be moved." if kind or other else ""),
        fix,
        "Move the model:" if kind else "Move the tensor before it is used:",
        card="device-and-gpu-memory",
    )


def _in_learner(scene: Scene, learn: Any) -> Diagnosis | None:
    name, kept = learner_name(scene, learn), stored(learn)
    place = device_of(kept.get("model"))
    func = kept.get("loss_func")
    weight: Any = getattr(getattr(func, "func", func), "weight", None)
    if is_tensor(weight) and place and str(weight.device) != place:
        text = scene.name_of(weight) or "weight"
        return Diagnosis(
            f"The weights of the loss function (`{text}`) are on {weight.device}, the model and the batches on "
            f"{place}.",
            "A Learner moves the model and the data to the GPU, not the tensors that a loss function keeps.",
            f"{name}.loss_func = CrossEntropyLossFlat(weight={text}.to({name}.dls.device))",
            "Move them when the loss is made:",
            card="device-and-gpu-memory",
        )
    batch = next((one for one in (kept.get("xb") or ()) if is_tensor(one)), None)
    if batch is None or not place or str(batch.device) == place:
        return None
    return Diagnosis(
        f"The batches are on {batch.device}, the model of `{name}` on {place}.",
        "Model and data must be on the same device. A Learner moves the model when training begins; it was "
        "moved since, or the "
        "loaders give batches without moving them.",
        f'{name}.model.to("{batch.device}")' if str(batch.device) != "cpu" else f'{name}.dls.to("{place}")',
        "Bring both together:",
        card="device-and-gpu-memory",
    )


def _inside(scene: Scene) -> Diagnosis | None:
    # Where the learner's line shows only calls: the innermost operation's own operands.
    for one in reversed(scene.frames):
        held = {
            word: item
            for word, item in one.names.items()
            if is_tensor(item) or (word == "self" and is_module(item))
        }
        places = {device_of(item) for item in held.values() if device_of(item)}
        given = held.get("input", held.get("x"))
        if len(places) < 2 or not one.module.startswith("torch.nn") or given is None:
            continue
        other = next(item for item in held.values() if device_of(item) not in ("", device_of(given)))
        here = scene.here
        call = here.call if here is not None else None
        if call is None or len(call.args) != 1 or here is None or not is_module(here.value(call.func)):
            return None
        model, text = ast.unparse(call.func), ast.unparse(call.args[0])
        return Diagnosis(
            f"`{text}` is on {given.device}, the weights of `{model}` on {device_of(other)}.",
            "A model and its input must be on the same device; nothing is moved by itself.",
            f'{model}({text}.to("{device_of(other)}"))',
            "Move the input to the model's device:",
            card="device-and-gpu-memory",
        )
    return None


@rule(RuntimeError, AssertionError, needs="torch")
def no_gpu(scene: Scene) -> Diagnosis | None:
    """The code asks for a CUDA GPU, and PyTorch finds none."""
    if not NO_GPU.search(scene.message):
        return None
    here = scene.here
    call = here.call if here is not None else None
    text = ast.unparse(call) if call is not None else ""
    is_cpu_build = library("torch").version.cuda is None
    why = (
        "This PyTorch is built for the CPU only (not compiled with CUDA)."
        if is_cpu_build
        else "There is no NVIDIA GPU (or no driver for it) on this computer."
    )
    cause = (
        f"{why} In Colab or Kaggle, choose a runtime with a GPU in the settings; otherwise run on the CPU."
    )
    learn = learner_in(scene)
    if learn is not None and (call is None or not asks_for_cuda(call)):
        name = learner_name(scene, learn)
        fix = f'{name}.dls.to("cpu")'
        return Diagnosis(
            f"The data of `{name}` are set to a CUDA GPU, which was not found.",
            cause,
            fix,
            "Use the CPU:",
            card="device-and-gpu-memory",
        )
    if call is None or not text:
        return None
    new = on_device(call)
    if new is None:
        asked = guarded(call) if asks_cuda(call) else ""
        return Diagnosis(
            f"`{text}` needs a CUDA GPU, and none was found.",
            cause,
            "\n".join([*([asked] if asked else []), HERE]),
            "Ask first, and use `device` everywhere:",
            card="device-and-gpu-memory",
        )
    lines = gpu_lines(here, call) if here is not None else []
    return Diagnosis(
        f"`{text}` asks for a CUDA GPU, and none was found.",
        cause,
        "\n".join([HERE, *(lines or [new])]),
        "Take the GPU only where there is one:",
        card="device-and-gpu-memory",
    )


@rule(TypeError, RuntimeError, needs="torch")
def numpy_on_gpu(scene: Scene) -> Diagnosis | None:
    """numpy, matplotlib or sklearn got a tensor that is on a GPU."""
    if "device type tensor to numpy" not in scene.message:
        return None
    here = asking(scene)
    call = here.call if here is not None else None
    if here is None or call is None:
        return None
    is_method = isinstance(call.func, ast.Attribute) and call.func.attr in ("numpy", "__array__")
    nodes = [call.func.value] if is_method else [*call.args, *(one.value for one in call.keywords)]  # type: ignore[attr-defined]
    for node in nodes:
        held = here.value(node)
        if is_tensor(held) and held.device.type != "cpu":
            text = ast.unparse(node)
            safe = f"{text}.detach().cpu()" if held.requires_grad else f"{text}.cpu()"
            return Diagnosis(
                f"`{text}` is on {held.device}.",
                "numpy, and with it matplotlib and sklearn, can only read tensors in the memory of the CPU.",
                replaced(here, node, safe),
                "Copy it to the CPU first:",
                card="device-and-gpu-memory",
            )
    if not is_method:
        return _among_arguments(here, nodes)
    text = ast.unparse(nodes[0])
    return Diagnosis(
        f"`{text}` is on a GPU.",
        "numpy can only read tensors in the memory of the CPU.",
        replaced(here, nodes[0], f"{text}.detach().cpu()"),
        "Copy it to the CPU first:",
        card="device-and-gpu-memory",
    )


def _among_arguments(here: Frame, nodes: list[ast.expr]) -> Diagnosis | None:
    """`plt.plot(losses)`: a list of tensors; or the one argument, whatever it is."""
    lists = [
        one for one in nodes if isinstance(held := here.value(one), list) and held and is_tensor(held[0])
    ]
    if not lists and len(nodes) != 1:
        return None
    node = (lists or nodes)[0]
    text = ast.unparse(node)
    is_numbers = bool(lists) and all(is_tensor(one) and one.numel() == 1 for one in here.value(node))
    what = f"`{text}` is a list of tensors on a GPU." if lists else f"`{text}` is on a GPU."
    safe = f"[one.item() for one in {text}]" if is_numbers else f"[one.detach().cpu() for one in {text}]"
    return Diagnosis(
        what,
        "numpy, and with it matplotlib and sklearn, can only read tensors in the memory of the CPU.",
        replaced(here, node, safe if lists else f"{text}.detach().cpu()"),
        "Take the plain numbers:" if is_numbers else "Copy it to the CPU first:",
        card="device-and-gpu-memory",
    )


@rule(NotImplementedError, TypeError, RuntimeError, needs="torch")
def not_on_mps(scene: Scene) -> Diagnosis | None:
    """An operation or dtype that Apple's GPU does not have."""
    text = scene.message
    if "MPS" not in text and "mps" not in text:
        return None
    if "float64" in text or "double" in text.lower():
        return Diagnosis(
            "A float64 tensor was sent to Apple's GPU (mps).",
            "mps has no float64 (double); numpy's numbers are float64.",
            "x = x.float()  # or dtype=torch.float32 where it is made",
            "Make the tensor float32 first:",
            card="device-and-gpu-memory",
        )
    if isinstance(scene.error, NotImplementedError) and "not currently implemented for the MPS" in text:
        return Diagnosis(
            "This operation does not exist for Apple's GPU (mps) yet.",
            "PyTorch can run it on the CPU instead, if it is told so before torch is imported.",
            "import os\nos.environ['PYTORCH_ENABLE_MPS_FALLBACK'] = '1'",
            "Restart the kernel, and run this in the first cell:",
            card="device-and-gpu-memory",
        )
    if "not linked with support for mps" in text or "'MPS' backend" in text:
        return Diagnosis(
            "The device mps was asked for; this PyTorch has no support for it.",
            "mps is the GPU of Apple's computers with M chips; on others there is none.",
            HERE,
            "Choose a device that is there:",
            card="device-and-gpu-memory",
        )
    return None
