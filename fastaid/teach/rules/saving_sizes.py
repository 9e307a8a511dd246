"""Weights of another shape than the network's: other classes, another head, another architecture."""

from __future__ import annotations

from collections.abc import Iterable

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.saving import Loading, loading
from fastaid.teach.scene import Scene
from fastaid.teach.state_dicts import Fit, architecture, is_state_dict, layer_of, part_of


def _unlike(scene: Scene) -> Loading | None:
    """A load_state_dict whose weights are of another network, whatever their names begin with."""
    found = loading(scene)
    if found is None or not is_state_dict(found.state):
        return None
    fit = found.fit
    if fit.extra_prefix or fit.extra_part or fit.lacking_prefix or fit.is_renamed:
        return None
    return found


def _top(names: Iterable[str]) -> list[str]:
    """The layers of some weights, each once, in their order."""
    return list(dict.fromkeys(layer_of(name) for name in names))


def _are_cut_otherwise(fit: Fit) -> bool:
    # torchvision calls its first layer conv1; in a vision_learner it is the first of the body.
    return "conv1.weight" in fit.held and "0.0.weight" in fit.asked


@rule(RuntimeError, needs="torch")
def other_number_of_classes(scene: Scene) -> Diagnosis | None:
    """Only the last layer differs: the file was saved for another number of classes."""
    found = _unlike(scene)
    if found is None or found.fit.missing or found.fit.unexpected:
        return None
    fit = found.fit
    layers = _top(fit.resized)
    if not layers or len(layers) > 2 or not all(_differ_in_outputs(fit, name) for name in fit.resized):
        return None
    if any(is_of(part_of(found.model, layer), "torch.nn", "Embedding") for layer in layers):
        return None
    name = next(one for one in fit.resized if one.endswith("weight"))
    was, now = fit.held[name][0], fit.asked[name][0]
    others = f", and `{layers[1]}`" if len(layers) > 1 else ""
    is_imagenet = "; 1,000 are the classes of ImageNet" if was == 1000 else ""
    what = (
        f"The last layer, `{layers[0]}`{others}, has {counted(was, 'output')} in the file and {now:,} in "
        f"`{found.target}`: {fit.held[name]} against {fit.asked[name]}."
    )
    cause = f"The file was saved for {counted(was, 'class', 'classes')}, this model is made for {now:,}{is_imagenet}."
    if found.learner is not None:
        is_vision = all(layer.startswith("1.") for layer in layers)
        return Diagnosis(
            what,
            cause,
            _without(found, fit.resized) if is_vision else _made_again(found),
            f"Make the `dls` from the same {was} classes as then, and run the cell again. Or, to train the {now:,} "
            "classes of now, load everything but the last layer:"
            if is_vision
            else f"Make the `dls` from the same {was} classes as then, and from them:",
            card="saving-weights",
        )
    return Diagnosis(what, cause, _without(found, fit.resized), _how(was, now), card="transfer-learning")


def _made_again(found: Loading, arch: str = "") -> str:
    """The lines that build the learner anew and load into it."""
    name = found.target.removesuffix(".model")
    arch = arch or getattr(stored(found.learner).get("arch"), "__name__", "")
    build = f"vision_learner(dls, {arch})" if arch else "…  # as before"
    return f"{name} = {build}\n{found.again}"


def _how(was: int, now: int) -> str:
    return (
        f"Build the model with {was:,} outputs (`num_classes={was}`) if those are your classes; "
        f"or, to train {now:,} new ones, load everything but the last layer:"
    )


def _without(found: Loading, names: list[str]) -> str:
    return (
        f"{found.first}keep = {{k: v for k, v in {found.sd}.items() if k not in {tuple(names)!r}}}\n"
        f"{found.target}.load_state_dict(keep, strict=False)"
    )


def _differ_in_outputs(fit: Fit, name: str) -> bool:
    was, now = fit.held[name], fit.asked[name]
    return len(was) == len(now) > 0 and was[0] != now[0] and was[1:] == now[1:]


@rule(RuntimeError, needs="torch")
def other_embedding(scene: Scene) -> Diagnosis | None:
    """An embedding of another length: the vocabulary or the categories are others than at saving."""
    found = _unlike(scene)
    if found is None:
        return None
    fit = found.fit
    tables = [n for n in fit.resized if is_of(part_of(found.model, layer_of(n)), "torch.nn", "Embedding")]
    if not tables or len(fit.missing) + len(fit.unexpected) > 2:
        return None
    name = tables[0]
    was, now = fit.held[name], fit.asked[name]
    if was[0] == now[0]:
        return None
    is_text = scene.within("fastai.text.learner") is not None or "encoder" in name
    fix = "dls = TextDataLoaders.from_df(df, text_vocab=dls_lm.vocab)" if is_text else ""
    what = "words in the vocabulary" if is_text else "users, items or categories"
    return Diagnosis(
        f"The embedding `{layer_of(name)}` has {was[0]:,} rows in the file and {now[0]:,} in the model.",
        f"There is one row for each value it knows ({what}), and the data has others now than when the "
        "file was saved.",
        fix,
        "Make the data with the vocabulary of the language model, then the learner, then load:"
        if is_text
        else "Make the `dls` from the same data and with the same split as then, make the model anew, "
        "and load into that.",
        sure="certain" if not is_text else "likely",
        card="embeddings",
    )


@rule(RuntimeError, needs="torch")
def other_number_of_inputs(scene: Scene) -> Diagnosis | None:
    """The first layer takes another number of channels, or of columns."""
    found = _unlike(scene)
    if found is None or found.fit.missing or found.fit.unexpected or len(found.fit.resized) != 1:
        return None
    (name,) = found.fit.resized
    was, now = found.fit.held[name], found.fit.asked[name]
    if len(was) != len(now) or len(was) < 2 or was[0] != now[0] or was[1] == now[1]:
        return None
    is_conv = len(was) == 4
    unit = "channels (3: colour, 1: grey)" if is_conv else "inputs"
    return Diagnosis(
        f"The layer `{layer_of(name)}` takes {was[1]:,} {unit} in the file and {now[1]:,} in "
        f"`{found.target}`: {was} against {now}.",
        "The model was saved for other input than this one is built for.",
        _without(found, [name]),
        f"Build the model for {was[1]:,} {unit.split(' ')[0]} as then; or load all but that layer:",
        card="saving-weights",
    )


@rule(RuntimeError, needs="torch")
def other_resnet(scene: Scene) -> Diagnosis | None:
    """A ResNet's weights for another ResNet."""
    found = _unlike(scene)
    if found is None or _are_cut_otherwise(found.fit):
        return None
    was, now = architecture(found.fit.held), architecture(found.fit.asked)
    if not was or not now or was == now:
        return None
    file = "the file" if "load(" in found.source else f"`{found.source}`"
    lines = f"{found.target} = {was}()  # with the other arguments as before\n"
    lines += f"{found.target}.load_state_dict({found.source})"
    numbers = (
        counted(len(found.fit.missing), "weight") + " missing",
        counted(len(found.fit.unexpected), "weight") + " too many",
    )
    return Diagnosis(
        f"The weights in {file} are of a {was}; `{found.target}` is a {now} ({', '.join(numbers)}, "
        f"{len(found.fit.resized):,} of another size).",
        "Weights fit the architecture that they were trained in, and no other.",
        _made_again(found, was) if found.learner is not None else lines,
        f"Build a {was}:",
        card="saving-weights",
    )


@rule(RuntimeError, needs="torch")
def whole_network_in_a_cut_one(scene: Scene) -> Diagnosis | None:
    """torchvision's weights for the model of a vision_learner, or the other way round."""
    found = _unlike(scene)
    if found is None:
        return None
    fit = found.fit
    back = Fit(fit.held, fit.asked)
    arch = architecture(fit.held) or "resnet18"
    if _are_cut_otherwise(fit):
        return Diagnosis(
            f"The file names its layers as torchvision does (`conv1`, `layer1`, `fc`); `{found.target}` "
            "numbers them (`0.0`, `0.4`, `1.8`).",
            "`vision_learner` cuts the network into a body, `[0]`, and a new head, `[1]`. The file holds "
            "the network before that cut.",
            f"whole = {arch}()\nwhole.load_state_dict({found.source})\n"
            f"{found.target}[0].load_state_dict(create_body(whole, pretrained=False, cut=-2).state_dict())",
            "Load it whole, then take over the body:",
            sure="certain" if architecture(fit.held) else "likely",
            card="body-and-head",
        )
    if not _are_cut_otherwise(back):
        return None
    return Diagnosis(
        f"The file numbers its layers (`0.0`, `0.4`, `1.8`); `{found.target}` names them "
        "(`conv1`, `layer1`, `fc`).",
        "The file was saved from a fastai `vision_learner`, whose network is a body and a head of its own; "
        "this one is torchvision's.",
        f"learn = vision_learner(dls, {arch}, pretrained=False)\nlearn.model.load_state_dict({found.source})",
        "Load it into the same kind of learner:",
        card="body-and-head",
    )


@rule(RuntimeError, needs="torch")
def other_head(scene: Scene) -> Diagnosis | None:
    """All fits but the last layers: the head is built in another way."""
    found = _unlike(scene)
    if found is None or _is_other_resnet(found.fit):
        return None
    fit = found.fit
    if not (fit.missing or fit.unexpected) or not _is_at_the_end(fit):
        return None
    ours = _top([*fit.missing, *[name for name in fit.resized if name not in fit.missing]])
    theirs = _top([*fit.unexpected, *fit.resized])
    mine = f"`{found.target}` has {listed([f'`{one}`' for one in ours], 3)}" if ours else "the model has none"
    file = (
        f"the file holds {listed([f'`{one}`' for one in theirs], 3)}" if theirs else "the file holds nothing"
    )
    drop = fit.resized
    load = _without(found, drop) if drop else f"{found.target}.load_state_dict({found.source}, strict=False)"
    return Diagnosis(
        f"The last layers differ: {mine}, {file} for them. All {len(fit.asked) - len(fit.missing):,} "
        "other weights fit."
        if not drop
        else f"The last layers differ: {mine}, {file} for them.",
        "When the file was saved, the model had another head.",
        load,
        "Give the model that same head before loading; or load what fits, and train the new head:",
        card="body-and-head",
    )


def _is_other_resnet(fit: Fit) -> bool:
    was, now = architecture(fit.held), architecture(fit.asked)
    return (
        bool(was and now and was != now)
        or _are_cut_otherwise(fit)
        or _are_cut_otherwise(Fit(fit.held, fit.asked))
    )


def _is_at_the_end(fit: Fit) -> bool:
    names = list(fit.asked)
    bad = {*fit.missing, *fit.resized}
    first = next((i for i, name in enumerate(names) if name in bad), len(names))
    good_after = [name for name in names[first:] if name not in bad and not name.endswith("tracked")]
    fitting = len(names) - len(bad)
    last = {name.split(".")[0] for name in names[-1:]}
    strangers = {name.split(".")[0] for name in fit.unexpected}
    return (
        fitting >= 4
        and fitting > len(bad)
        and not good_after
        and (not strangers or strangers <= last or not bad)
    )


@rule(RuntimeError, needs="torch")
def other_network(scene: Scene) -> Diagnosis | None:
    """The weights are of a network of another kind."""
    found = _unlike(scene)
    if found is None or _is_other_resnet(found.fit):
        return None
    fit = found.fit
    if other_number_of_classes(scene) or other_embedding(scene) or other_number_of_inputs(scene):
        return None
    if other_head(scene):
        return None
    common = [name for name in fit.asked if name in fit.held]
    odd = fit.resized[0] if fit.resized else ""
    sizes = f" `{odd}` is {fit.held[odd]} in the file and {fit.asked[odd]} in the model." if odd else ""
    lacks = f"lacks {listed([f'`{one}`' for one in fit.missing], 2)}" if fit.missing else ""
    brings = f"brings {listed([f'`{one}`' for one in fit.unexpected], 2)}" if fit.unexpected else ""
    names = " and ".join(one for one in (lacks, brings) if one)
    return Diagnosis(
        f"The file {names}." + sizes if names else sizes.strip(),
        f"It was saved from another network than `{found.target}` (`{type(found.model).__name__}`): "
        f"of {counted(len(fit.asked), 'weight')}, {len(common) - len(fit.resized):,} fit by name and size.",
        f"[(k, tuple(v.shape)) for k, v in {found.source}.items()]",
        "Build the model with the class and the arguments of then. What the file holds:",
        card="saving-weights",
    )
