"""Networks for predictions: by name, as a function, without a connection, in eval mode, with the right input."""

from __future__ import annotations

import ast
import inspect
import re
import types
from pathlib import Path
from typing import Any

from fastaid.errors import did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import with_argument
from fastaid.teach.rules.in_code import anew, last_name, parent
from fastaid.teach.rules.python_source import edits, origin
from fastaid.teach.scene import Scene

MAKERS = ("vision_learner", "cnn_learner", "unet_learner", "create_vision_model", "create_cnn_model")


def _making(scene: Scene) -> tuple[ast.Call, ast.expr, Any] | None:
    """The learner's vision_learner that failed, and its arch: as written, and its value."""
    here = scene.here
    call = here.call if here is not None else None
    frame = scene.within("fastai.vision.learner")
    if here is None or call is None or frame is None or last_name(call.func) not in MAKERS:
        return None
    place = 0 if last_name(call.func).startswith("create") else 1
    written = here.argument(call, place, "arch")
    held = next(
        (one.names["arch"] for one in scene.frames if one.module == frame.module and "arch" in one.names),
        None,
    )
    return (call, written, held) if written is not None else None


def _with_arch(call: ast.Call, written: ast.expr, new: str) -> str:
    place = next((i for i, one in enumerate(call.args) if one is written), len(call.args))
    name = next((one.arg for one in call.keywords if one.value is written), None)
    return f"{_targets(call)}{with_argument(call, place, name or 'arch', new)}"


def _targets(call: ast.Call) -> str:
    around = parent(call)
    is_kept = isinstance(around, ast.Assign) and around.value is call
    return "".join(f"{ast.unparse(one)} = " for one in around.targets) if is_kept else ""  # type: ignore[union-attr]


def _kept(call: ast.Call) -> str:
    """What a plain Learner takes too."""
    known = ("metrics", "loss_func", "opt_func", "lr", "wd", "cbs", "path", "model_dir", "moms")
    kept = [ast.unparse(one) for one in call.keywords if one.arg in known]
    return ", ".join(kept if any(one.startswith("metrics") for one in kept) else [*kept, "metrics=accuracy"])


def _of_torchvision(call: ast.Call, written: ast.expr, held: Any) -> Diagnosis:
    """A network of torchvision's whose making is not in sight."""
    models = library("torchvision.models")
    same = [
        name
        for name in architectures()
        if getattr(vars(models)[name], "__module__", "") == type(held).__module__
    ]
    text, name = ast.unparse(written), same[0] if same else "resnet34"
    more = f" ({listed(same, 3)}: the one that you called)" if len(same) > 1 else ""
    return Diagnosis(
        f"`{last_name(call.func)}` got `{text}`, a network that is already built (`{type(held).__name__}`).",
        "It wants the function that builds one, and calls it itself, with its pretrained weights.",
        _with_arch(call, written, name),
        f"Pass the function, without parentheses{more}:",
        card="transfer-learning",
    )


@rule(TypeError, AttributeError, ValueError, needs="fastai.vision.learner")
def arch_is_a_model(scene: Scene) -> Diagnosis | None:
    """vision_learner(dls, resnet18()): it wants the function that makes the network."""
    found = _making(scene)
    if found is None or not is_module(found[2]):
        return None
    call, written, held = found
    text, maker = ast.unparse(written), last_name(call.func)
    built = written
    if isinstance(written, ast.Name) and scene.here is not None:
        built = origin(scene, scene.here, written.id) or written
    maker_of = built.func if isinstance(built, ast.Call) else None
    is_known = is_architecture(last_name(maker_of)) or last_name(maker_of) == "create_model"
    if not is_known and type(held).__module__.startswith("torchvision.models."):
        return _of_torchvision(call, written, held)
    what = f"`{maker}` got `{text}`, a network that is already built (`{type(held).__name__}`)."
    is_by_name = last_name(maker_of) == "create_model" and isinstance(built, ast.Call) and bool(built.args)
    if is_by_name and isinstance(built, ast.Call):
        maker_of = built.args[0]  # timm's networks go by their names
    if maker_of is not None and (is_by_name or is_architecture(last_name(maker_of))):
        made = "" if built is written else f" `{text}` was made by `{ast.unparse(built)}`."
        return Diagnosis(
            what,
            f"It wants the function that builds one, and calls it itself, with its pretrained weights.{made}",
            _with_arch(call, written, ast.unparse(maker_of)),
            "Pass its name:" if is_by_name else "Pass the function, without parentheses:",
            card="transfer-learning",
        )
    dls = ast.unparse(call.args[0]) if call.args else "dls"
    return Diagnosis(
        what,
        "It wants a function that builds a network, and cuts that into body and head. A network of your own "
        "goes into a plain `Learner`.",
        f"{_targets(call)}Learner({dls}, {text}, {_kept(call)})",
        "Write:",
        card="learner",
    )


@rule(TypeError, needs="fastai.vision.learner")
def arch_takes_no_pretrained(scene: Scene) -> Diagnosis | None:
    """A class of the learner's own as arch: it is called with `pretrained=`, which it does not take."""
    found = _making(scene)
    if found is None or ("pretrained" not in scene.message and "weights" not in scene.message):
        return None
    call, written, held = found
    if not isinstance(held, (type, types.FunctionType)) or is_architecture(getattr(held, "__name__", "")):
        return None
    try:
        takes = inspect.signature(held).parameters
    except (TypeError, ValueError):
        return None
    if "pretrained" in takes or any(one.kind is inspect.Parameter.VAR_KEYWORD for one in takes.values()):
        return None
    text, dls = ast.unparse(written), ast.unparse(call.args[0]) if call.args else "dls"
    return Diagnosis(
        f"`{last_name(call.func)}` called `{text}(pretrained=…)`, and `{text}` has no such parameter.",
        "It is made for the networks of torchvision and timm, which it loads with pretrained weights and cuts. "
        "A network of your own goes into a plain `Learner`.",
        f"Learner({dls}, {text}(), loss_func=CrossEntropyLossFlat(), metrics=accuracy)",
        "Write:",
        card="learner",
    )


@rule(TypeError, AttributeError, needs="fastai.vision.learner")
def arch_is_a_string(scene: Scene) -> Diagnosis | None:
    """unet_learner or create_body with the name of a network as a text."""
    frame = scene.within("fastai.vision.learner")
    call = scene.here.call if scene.here is not None else None
    if frame is None or call is None or scene.here is None:
        return None
    maker = last_name(call.func)
    place = 1 if maker == "unet_learner" else 0
    written = scene.here.argument(call, place, "arch" if place else "model")
    held = scene.here.value(written)
    if maker == "create_body" and written is not None and isinstance(held, (str, types.FunctionType)):
        name = held if isinstance(held, str) else held.__name__
        is_text = isinstance(held, str)
        return Diagnosis(
            f"`create_body` got {'the text ' + repr(held) if is_text else 'the function `' + name + '` itself'}.",
            "Since fastai 2.7 it takes a network that is built, and cuts off its head.",
            _with_arch(call, written, f"{name}()"),
            "Build it:",
            card="body-and-head",
        )
    if maker != "unet_learner" or not isinstance(held, str) or written is None:
        return None
    if not is_architecture(held):
        return None
    return Diagnosis(
        f"`unet_learner` got the text {held!r}.",
        "It wants the function that builds the network. (Names as text, for networks of timm, are for "
        "`vision_learner` only.)",
        _with_arch(call, written, held),
        "Without the quotes:",
        card="segmentation",
    )


def is_architecture(name: str) -> bool:
    """Whether torchvision or fastai has a network of this name."""
    return name in architectures()


def architectures() -> list[str]:
    """The networks of torchvision, by the functions that build them."""
    models = library("torchvision.models")
    held = vars(models) if models is not None else {}
    return [
        name
        for name, one in held.items()
        if isinstance(one, types.FunctionType) and not name.startswith(("_", "get_", "list_"))
    ]


@rule(AttributeError, NameError, ValueError, RuntimeError, needs="torchvision.models")
def unknown_architecture(scene: Scene) -> Diagnosis | None:
    """models.resnet35, 'resnet_34': a network that does not exist."""
    error, here = scene.error, scene.here
    if here is None:
        return None
    node, name, known = here.node, "", architectures()
    if isinstance(error, AttributeError):
        is_place = isinstance(error.obj, types.ModuleType) and error.obj.__name__ in (
            "torchvision.models",
            "fastai.vision.models",
        )
        name = error.name if is_place and error.name else ""
    elif isinstance(error, NameError):
        name = error.name or ""
        if not isinstance(node, ast.Name) or not _is_nearly(name, known) or not scene.is_raised_by_learner:
            return None
    else:
        frame = scene.within("timm.models._factory") or scene.within("torchvision.models._api")
        call = here.call
        if frame is None or call is None or "nknown model" not in scene.message:
            return None
        name = next(
            (held for held in frame.names.values() if isinstance(held, str) and held in scene.message), ""
        )
        if frame.module.startswith("timm"):
            known = _timm_names() or known
    if not name or name in known:
        return None
    near = did_you_mean(name, known)
    if not near:
        return None
    best = near.split("'")[1]
    line = _line_of(here, node)
    return Diagnosis(
        f"There is no network `{name}`.",
        "Its name must be spelled exactly as the library spells it."
        if not name.lower().startswith("efficientnet")
        else "The library has others of that family.",
        line.replace(name, best) if name in line else best,
        near,
        sure="certain" if not isinstance(error, NameError) else "likely",
        card="resnet",
    )


def _is_nearly(name: str, known: list[str]) -> bool:
    # SimpleNet is a class of the learner's that was not defined; MobileNet and resnt34 are networks of torchvision's.
    families = {re.sub(r"[^a-z].*", "", one) for one in known}
    family = re.sub(r"[^a-z].*", "", name.lower())
    return bool(family) and any(edits(family, one) <= (0 if name[0].isupper() else 1) for one in families)


def _line_of(here: Any, node: ast.AST | None) -> str:
    text = here.text
    try:
        ast.parse(text)
    except SyntaxError:
        return ast.unparse(node) if node is not None else ""
    return str(text)


def _timm_names() -> list[str]:
    registry = library("timm.models._registry")
    held = getattr(registry, "_model_entrypoints", {})
    return list(held) if isinstance(held, dict) else []


@rule(OSError, RuntimeError, needs="torch")
def weights_not_downloaded(scene: Scene) -> Diagnosis | None:
    """Pretrained weights could not be fetched: no connection."""
    frame = scene.within("torch.hub", "load_state_dict_from_url") or scene.within(
        "torch.hub", "download_url_to_file"
    )
    timm = scene.within("timm.models._hub")
    hub = scene.within("torch.hub", "load")
    if frame is None and timm is None and hub is None:
        return None
    call = scene.here.call if scene.here is not None else None
    if hub is not None and frame is None and timm is None:
        if "internet" not in scene.message:
            return None
        what = f"`torch.hub.load` could not fetch the repository {hub.names.get('repo_or_dir')!r}."
    else:
        url = next(
            (one.names["url"] for one in scene.frames if one.module == "torch.hub" and "url" in one.names), ""
        )
        name = str(url).rpartition("/")[2]
        named = f" `{name}`" if name else ""
        what = f"The pretrained weights{named} could not be downloaded: no connection to the internet."
    cached = next((one.names["cached_file"] for one in scene.frames if "cached_file" in one.names), "")
    where = (
        f"They are looked for in `{_short(cached)}` first, and fetched from the web if they are not there."
        if cached
        else "They are fetched from the web the first time, and kept on the disk from then on."
    )
    fix = _without_weights(call) if call is not None else ""
    return Diagnosis(
        what,
        where + " (On Kaggle: switch Internet on in the settings.)",
        fix,
        "Put the file there; or go without pretrained weights:"
        if cached
        else "Go without pretrained weights (training then takes longer):",
        card="pretrained-weights",
    )


def _short(path: Any) -> str:
    text, home = str(path), str(Path.home())
    return "~" + text[len(home) :] if text.startswith(home) else text


def _without_weights(call: ast.Call) -> str:
    given = {one.arg for one in call.keywords}
    if "weights" in given:
        return anew(call, weights="None")
    if "pretrained" in given or last_name(call.func) in MAKERS or last_name(call.func) == "create_model":
        return anew(call, pretrained="False")
    return ""


@rule(KeyError, TypeError, AttributeError, ValueError, needs="torchvision.models")
def weights_by_another_name(scene: Scene) -> Diagnosis | None:
    """resnet18(weights='imagenet'), weights='my.pth', weights of another network, num_classes with weights."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or scene.within("torchvision.models") is None:
        return None
    written = next((one.value for one in call.keywords if one.arg == "weights"), None)
    given = here.value(written)
    classes = next((one.value for one in call.keywords if one.arg == "num_classes"), None)
    arch = last_name(call.func)
    if scene.within("torchvision.models._utils", "_ovewrite_named_param") and classes is not None:
        n = ast.unparse(classes)
        build = anew(call, drop=("num_classes",)).rpartition(" = ")[2]
        is_fc = arch.startswith(("resnet", "resnext", "wide", "googlenet", "inception", "shuffle", "regnet"))
        head = (
            f"model.fc = nn.Linear(model.fc.in_features, {n})" if is_fc else "model  # replace its last layer"
        )
        return Diagnosis(
            f"`{arch}` was asked for pretrained weights and for {n} classes.",
            "The weights were trained for the 1000 classes of ImageNet, and so the last layer must have 1000 "
            "outputs to load them.",
            f"model = {build}\n{head}",
            "Load them first, then give the model a new last layer:",
            card="transfer-learning",
        )
    if scene.within("torchvision.models._api", "verify") is None or written is None:
        return None
    if isinstance(given, str) and (given.endswith((".pth", ".pt")) or "/" in given):
        return Diagnosis(
            f"`weights={ast.unparse(written)}` is a file's name.",
            "`weights` takes the name of a published set, such as 'DEFAULT'. A file is loaded afterwards.",
            f"model = {arch}()\nmodel.load_state_dict(torch.load({ast.unparse(written)}))",
            "Write:",
            card="pretrained-weights",
        )
    kind = next(
        (
            one.names["cls"]
            for one in reversed(scene.frames)
            if one.function == "verify" and "cls" in one.names
        ),
        None,
    )
    sets = [name for name in getattr(kind, "__members__", {}) if name != "DEFAULT"]
    return Diagnosis(
        f"`{arch}` has no weights `{ast.unparse(written)}`.",
        f"It takes 'DEFAULT' (the newest), {listed([repr(name) for name in sets], 4)}, or None.",
        anew(call, weights="'DEFAULT'"),
        "Write:",
        card="pretrained-weights",
    )
