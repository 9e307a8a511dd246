"""Checkpoints: dictionaries of weights, an optimizer's state and more, each under a key."""

from __future__ import annotations

import ast

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import stored
from fastaid.teach.rules import rule
from fastaid.teach.scene import Scene
from fastaid.teach.state_dicts import is_state_dict, nested, weights_key


@rule(KeyError, needs="torch")
def checkpoint_key(scene: Scene) -> Diagnosis | None:
    """A key was taken out of a checkpoint that has it under another name, or needs none."""
    here = scene.here
    node = here.node if here is not None else None
    if here is None or not scene.is_raised_by_learner or not isinstance(node, ast.Subscript):
        return None
    state, key = here.value(node.value), here.value(node.slice)
    if type(state).__name__ not in ("dict", "OrderedDict") or not isinstance(key, str) or key in state:
        return None
    text = ast.unparse(node.value)
    if is_state_dict(state):
        if "." in key or not any(word in key.lower() for word in ("state", "model", "net", "weight")):
            return None
        return Diagnosis(
            f"`{text}` has no key {key!r}. It is the weights themselves: {counted(len(state), 'tensor')}, "
            f"named {listed([repr(one) for one in state], 2)}.",
            "The file was saved with `torch.save(model.state_dict(), …)`, without a checkpoint around it.",
            f"model.load_state_dict({text})",
            "Use it without a key:",
            card="saving-weights",
        )
    if not nested(state):
        return None
    best = weights_key(state) if "optim" not in key else next((k for k in state if "opt" in str(k)), "")
    if not best:
        return None
    return Diagnosis(
        f"The checkpoint `{text}` has no key {key!r}; its keys are {listed([repr(k) for k in state], 8)}.",
        f"Whoever saved it chose another name: {best!r} looks like what you want.",
        f"{text}[{best!r}]",
        "Use its own key:",
        sure="certain" if len(nested(state)) == 1 else "likely",
        card="saving-weights",
    )


@rule(KeyError, ValueError, needs="torch")
def optimizer_state(scene: Scene) -> Diagnosis | None:
    """An optimizer was given a whole checkpoint, or the state of another network's optimizer."""
    inner = scene.within("torch.optim.optimizer", "load_state_dict")
    here = scene.here
    call = here.call if here is not None else None
    if inner is None or here is None or call is None or not call.args:
        return None
    optimizer, state = inner.names.get("self"), inner.names.get("state_dict")
    if not isinstance(state, dict):
        return None
    target, text = ast.unparse(call.func), ast.unparse(call.args[0])
    if "param_groups" not in state:
        keys = [key for key, one in state.items() if isinstance(one, dict) and "param_groups" in one]
        if len(keys) != 1:
            return None
        return Diagnosis(
            f"`{text}` is a checkpoint with the keys {listed([repr(k) for k in state], 6)}.",
            f"`{target}` wants the optimizer's part alone, which is under {keys[0]!r}.",
            f"{target}({text}[{keys[0]!r}])",
            "Pass that part:",
            card="saving-weights",
        )
    ours = [len(group["params"]) for group in stored(optimizer).get("param_groups", [])]
    theirs = [len(group["params"]) for group in state["param_groups"]]
    if ours == theirs:
        return None
    return Diagnosis(
        f"The saved optimizer has {listed(theirs, 4)} parameters in {counted(len(theirs), 'group')}, "
        f"this one {listed(ours, 4)} in {counted(len(ours), 'group')}.",
        "It belongs to another model, or the parameters were grouped or frozen in another way.",
        "",
        "Build the model and the optimizer as when the file was saved; to load the weights alone, leave "
        "this line out and start with a fresh optimizer.",
        card="saving-weights",
    )
