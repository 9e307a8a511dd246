"""Models for collaborative filtering: sizes, what forward gets, the names of their parts."""

from __future__ import annotations

import ast
import inspect
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_learner, is_module, is_of, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.collab import classes_of, is_collab
from fastaid.teach.rules.in_code import anew, last_name, trees
from fastaid.teach.rules.layers_as_tensors import weights_of
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.rules.step import source_of
from fastaid.teach.scene import Frame, Scene

PARTS = {
    "user_bias": "u_bias",
    "item_bias": "i_bias",
    "movie_bias": "i_bias",
    "user_weight": "u_weight",
    "item_weight": "i_weight",
    "movie_weight": "i_weight",
    "user_factors": "u_weight",
    "movie_factors": "i_weight",
    "item_factors": "i_weight",
    "users": "u_weight",
    "items": "i_weight",
}
OF_DOT = ("u_weight", "i_weight", "u_bias", "i_bias")


@rule(AssertionError, needs="fastai.collab")
def loss_not_given(scene: Scene) -> Diagnosis | None:
    """Learner(dls, DotProduct(…)) without loss_func."""
    frame = scene.within("fastai.learner", "__init__")
    call = scene.here.call if scene.here is not None else None
    learn = frame.names.get("self") if frame is not None else None
    if frame is None or frame is not scene.last or call is None or not is_learner(learn):
        return None
    if frame.names.get("loss_func") is not None:
        return None
    dls = frame.names.get("dls")
    data = stored((stored(dls).get("loaders") or [None])[0]).get("dataset")
    if not is_of(data, "fastai.collab", "TabularCollab"):
        return None
    return Diagnosis(
        "The Learner got no loss function, and data of ratings do not name one.",
        "A rating is a number, so the loss is the mean of the squared errors; `collab_learner` takes it by itself, "
        "`Learner` does not.",
        anew(call, {"loss_func": "MSELossFlat()"}),
        "Pass it:",
        card="loss-function",
    )


@rule(IndexError, RuntimeError, needs="fastai.collab")
def sizes_or_columns_swapped(scene: Scene) -> Diagnosis | None:
    """The embedding of users has as many rows as there are items, or is asked for the items' numbers."""
    frame = scene.within("torch.nn.functional", "embedding")
    learn = next((held for _, held in scene.holding("self", is_learner)), None)
    here, classes = scene.here, classes_of(learn)
    weight: Any = frame.names.get("weight") if frame is not None else None
    if here is None or len(classes) != 2 or not is_tensor(weight) or not is_collab(learn):
        return None
    (user, n_users), (item, n_items) = classes
    model = stored(learn).get("model")
    name = next(
        (one for one, part in stored(model).get("_modules", {}).items() if _weight(part) is weight), ""
    )
    rows, call = shape(weight)[0], here.call
    if n_users == n_items or not name or call is None or not call.args:
        return None
    others = [_weight(part) for part in stored(model).get("_modules", {}).values()]
    sizes = [shape(one)[0] for one in others if is_tensor(one)]
    if sorted({*sizes}) != sorted({n_users, n_items}):
        return None
    at = _column_asked(here, call.args[0])
    if at is None:
        return None
    wanted, kind_of = (n_users, user) if at == 0 else (n_items, item)
    other = item if at == 0 else user
    if rows == wanted:
        return None
    is_users = name.startswith(("user", "u_", "u")) and not name.startswith(("movie", "item"))
    if is_users == (at == 0):
        return Diagnosis(
            f"`{name}` has {rows} rows, one for each `{other}`; `{kind_of}` needs {wanted}.",
            "The two sizes were given to the model in each other's place.",
            f"n_users = len(dls.classes[{user!r}])\nn_movies = len(dls.classes[{item!r}])\n"
            f"{type(model).__name__}(n_users, n_movies, {shape(weight)[-1]})",
            "Give them in the order of `__init__`:",
            card="embeddings",
        )
    return Diagnosis(
        f"`{name}` has {rows} rows and was asked for the numbers of `{kind_of}`, of which there are {wanted}.",
        f"In a batch column 0 is `{user}` and column 1 is `{item}`; here the other one was taken.",
        f"self.{name}(x[:,{1 - at}])",
        "Take the other column:",
        card="embeddings",
    )


def _weight(part: Any) -> Any:
    return stored(part).get("_parameters", {}).get("weight")


def _column_asked(frame: Frame, node: ast.expr) -> int | None:
    """0 or 1 of `x[:,0]`, also where a variable holds it that was made so."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Tuple):
        at = frame.value(node.slice.elts[-1])
        return at if at in (0, 1) else None
    held = frame.value(node)
    batch = next(
        (one for one in frame.names.values() if is_tensor(one) and one.ndim == 2 and one.shape[1] == 2), None
    )
    if not is_tensor(held) or batch is None or held.ndim != 1 or held.shape[0] != batch.shape[0]:
        return None
    fits = [at for at in (0, 1) if bool((batch[:, at] == held).all())]
    return fits[0] if len(fits) == 1 else None


@rule(TypeError, ValueError, IndexError, needs="fastai.collab")
def forward_of_two(scene: Scene) -> Diagnosis | None:
    """forward(self, users, movies), or users, movies = x: fastai hands over one tensor of two columns."""
    learn = next((held for _, held in scene.holding("self", is_learner)), None)
    loop = scene.within("fastai.learner", "_do_one_batch")
    if loop is None or not is_collab(learn):
        return None
    model: Any = stored(learn).get("model")
    xb = stored(learn).get("xb")
    if not is_module(model) or not isinstance(xb, tuple) or len(xb) != 1 or not is_tensor(xb[0]):
        return None
    forward = getattr(type(model), "forward", None)
    if not inspect.isfunction(forward) or forward.__globals__ is not scene.names:
        return None
    names = list(inspect.signature(forward).parameters)[1:]
    what = f"The model gets one tensor of shape {shape(xb[0])}: a row for each rating, columns user and item."
    here = scene.here
    if isinstance(scene.error, TypeError):
        if len(names) != 2 or scene.frames[-1].is_learners:
            return None
        return Diagnosis(
            what,
            f"`forward` takes two things, {names[0]} and {names[1]}.",
            f"def forward(self, x):\n    {names[0]}, {names[1]} = x[:,0], x[:,1]",
            "Take them apart in it:",
            card="collaborative-filtering",
        )
    if here is None or here.function != "forward" or not scene.is_raised_by_learner or not names:
        return None
    if "unpack" not in scene.message:
        return None
    return Diagnosis(
        what,
        f"`… = {names[0]}` takes a tensor apart by its rows, of which there are {shape(xb[0])[0]}.",
        f"users, movies = {names[0]}[:,0], {names[0]}[:,1]",
        "Take the two columns:",
        card="collaborative-filtering",
    )


# Weights and biases -------------------------------------------------------------------------------------


@rule(AttributeError, needs="fastai.collab")
def part_by_other_name(scene: Scene) -> Diagnosis | None:
    """learn.model.item_bias, i_bias of a neural net, bias or weight of the Learner."""
    here = scene.here
    node = here.node if here is not None else None
    node = node.func if isinstance(node, ast.Call) else node
    if here is None or not isinstance(node, ast.Attribute) or not scene.frames:
        return None
    held, asked, text = here.value(node.value), node.attr, ast.unparse(node.value)
    if held is UNKNOWN and isinstance(node.value, ast.Attribute) and node.value.attr == "model":
        held = stored(here.value(node.value.value)).get("model")
    if is_learner(held) and asked in ("bias", "weight", *OF_DOT, *PARTS):
        model = stored(held).get("model")
        if not is_of(model, "fastai.collab", "EmbeddingDotBias", "EmbeddingNN"):
            return None
        held, text = model, f"{text}.model"
    if not is_module(held) or asked not in ("bias", "weight", *OF_DOT, *PARTS):
        return None
    return _in_model(scene, held, here, node, text)


def _without_biases(scene: Scene, what: str) -> Diagnosis:
    """A bias asked of the neural net: the Learner's own call, without use_nn and what only the net takes."""
    calls = [
        one
        for tree in trees(scene)
        for one in ast.walk(tree)
        if isinstance(one, ast.Assign)
        and isinstance(one.value, ast.Call)
        and last_name(one.value.func) == "collab_learner"
    ]
    made = calls[0] if calls and isinstance(calls[0].value, ast.Call) else None
    name = ast.unparse(made.targets[0]) if made is not None else "learn"
    call = ast.parse(ast.unparse(made.value) if made is not None else "collab_learner(dls)", mode="eval").body
    line = anew(call, drop=("use_nn", "layers", "emb_szs", "config"))  # type: ignore[arg-type]
    return Diagnosis(
        what,
        "With `use_nn=True` the model is a neural net of embeddings, without a bias for each user and item. Only the "
        "dot-product model has biases.",
        f"{name} = {line}\n{name}.fit_one_cycle(5, 5e-3)",
        "Make the Learner without `use_nn`, and train it:",
        card="dot-product-and-bias",
    )


def _in_model(scene: Scene, model: Any, here: Frame, node: ast.Attribute, text: str) -> Diagnosis | None:
    asked = node.attr
    what = f"`{text}`, {described(model)}, has no `{asked}`."
    if is_of(model, "fastai.collab", "EmbeddingNN") and "bias" in asked:
        return _without_biases(scene, what)
    if is_of(model, "fastai.collab", "EmbeddingNN"):
        return Diagnosis(
            what,
            "With `use_nn=True` the model is a neural net: its embeddings are in `embeds`, users first, no biases.",
            replaced(
                here, node, f"{text}.embeds[{int(PARTS.get(asked, asked)[:1] != 'u')}]{weights_of(node)}"
            ),
            "Take the embeddings of the items (1) or the users (0):",
            card="collaborative-filtering",
        )
    if is_of(model, "fastai.collab", "EmbeddingDotBias"):
        new = PARTS.get(asked, "")
        return (
            Diagnosis(
                what,
                "collab_learner's model calls its parts u_weight, i_weight, u_bias and i_bias (u: users, i: items). "
                "They are embeddings, which keep their numbers in `weight`.",
                replaced(here, node, f"{text}.{new}{weights_of(node)}"),
                "Write:",
                card="collaborative-filtering",
            )
            if new
            else None
        )
    own = [
        name
        for name, part in stored(model).get("_modules", {}).items()
        if is_of(part, "torch.nn", "Embedding")
    ]
    if not own or asked not in (*OF_DOT, *PARTS):
        return None
    word = "bias" if "bias" in asked else "weight"
    likely = [one for one in own if ("bias" in one) == (word == "bias")] or own
    is_item = asked.startswith(("i", "movie"))
    best = next((one for one in likely if one.startswith("user") != is_item), likely[0])
    return Diagnosis(
        what,
        f"That name is of collab_learner's model; yours has the embeddings {listed((f'`{one}`' for one in own), 6)}.",
        replaced(here, node, f"{text}.{best}{weights_of(node)}"),
        "Write:",
        card="collaborative-filtering",
    )


@rule(RuntimeError, needs="fastai.collab")
def keepdim_missing(scene: Scene) -> Diagnosis | None:
    """The sum of factors has one dimension, the biases that are added have two."""
    here = scene.here
    learn = next((held for _, held in scene.holding("self", is_learner)), None)
    if here is None or here.function != "forward" or not is_collab(learn):
        return None
    node = here.node
    total: Any = here.value(node.target) if isinstance(node, ast.AugAssign) else UNKNOWN
    model = here.names.get("self")
    if not is_tensor(total) or total.ndim != 1 or not isinstance(node, ast.AugAssign) or not is_module(model):
        return None
    added = [last for last in _embeddings_in(node.value, model) if shape(_weight(last))[-1] == 1]
    if not added:
        return None
    text = ast.unparse(node.target)
    return Diagnosis(
        f"`{text}` has shape {shape(total)}; the biases that are added to it have shape ({shape(total)[0]}, 1).",
        "`sum(dim=1)` takes the dimension away, and an embedding of width 1 keeps it: together they make a square.",
        f"{text} = (users * movies).sum(dim=1, keepdim=True)",
        "Keep the dimension where the sum is made:",
        card="broadcasting",
    )


def _embeddings_in(node: ast.AST, model: Any) -> list[Any]:
    """The embeddings of a model that an expression calls."""
    parts = stored(model).get("_modules", {})
    calls = [one.func for one in ast.walk(node) if isinstance(one, ast.Call)]
    names = [one.attr for one in calls if isinstance(one, ast.Attribute)]
    return [parts[name] for name in names if name in parts and is_tensor(_weight(parts[name]))]


@rule(RuntimeError, ValueError, IndexError, needs="fastai.collab")
def rows_for_columns(scene: Scene) -> Diagnosis | None:
    """x[0] and x[1] in forward: the first two ratings, not the users and the items."""
    learn = next((held for _, held in scene.holding("self", is_learner)), None)
    if scene.within("fastai.learner", "_do_one_batch") is None or not is_collab(learn):
        return None
    model: Any = stored(learn).get("model")
    forward = getattr(type(model), "forward", None)
    if not inspect.isfunction(forward) or forward.__globals__ is not scene.names:
        return None
    source = source_of(forward)
    names = list(inspect.signature(forward).parameters)[1:]
    if source is None or len(names) != 1:
        return None
    taken = {
        one.slice.value
        for one in ast.walk(source)
        if isinstance(one, ast.Subscript)
        and isinstance(one.value, ast.Name)
        and one.value.id == names[0]
        and isinstance(one.slice, ast.Constant)
    }
    if taken != {0, 1}:
        return None
    x = names[0]
    return Diagnosis(
        f"`{x}[0]` and `{x}[1]` are the first two rows of the batch, two ratings.",
        f"In `{x}` each row is a rating; its users are column 0 and its items column 1.",
        f"users, movies = {x}[:,0], {x}[:,1]",
        "Take columns in `forward`:",
        card="indexing-and-masks",
    )
