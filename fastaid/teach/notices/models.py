"""Networks that are not put together as meant."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import last_layer, loaders_of, parts_of, weights_of
from fastaid.teach.objects import is_learner, is_module, is_of, is_tensor, stored


@check("odel", "net", "Net", "Learner", "parameters", "nn.", also=("@own",), reached=True)
def layers_in_a_list(cell: Cell) -> Iterator[Notice]:
    """Layers kept in a plain list or dict are no part of the model for torch."""
    for name, model in cell.live(is_module):
        known = {id(one) for one in parts_of(model)}
        for part in parts_of(model):
            if type(part).__module__ != "__main__":
                continue
            for attribute, held in stored(part).items():
                lost = _lost(held, known) if not attribute.startswith("_") else 0
                if lost:
                    kind = "ModuleDict" if type(held) is dict else "ModuleList"
                    yield Notice(
                        f"`self.{attribute}` of {type(part).__name__} is a plain {type(held).__name__}: its {lost} "
                        f"layers are not registered, so `{name}.parameters()` leaves them out and they are never "
                        f"trained. Write `self.{attribute} = nn.{kind}(…)`.",
                        id(model),
                        card="parameters-and-activations",
                    )


def _lost(held: Any, known: set[int]) -> int:
    if type(held) not in (list, tuple, dict) or len(held) > 1000:
        return 0
    inner = list(held.values()) if type(held) is dict else list(held)
    if len(inner) < 2 or not all(is_module(one) for one in inner):
        return 0
    return sum(1 for one in inner if id(one) not in known and weights_of(one))


@check("odel", "net", "Net", "Learner", "parameters", "nn.", also=("@own",), reached=True)
def tensors_not_parameters(cell: Cell) -> Iterator[Notice]:
    """A tensor that needs gradients is an attribute of a model, and not one of its parameters."""
    for name, model in cell.live(is_module):
        for part in parts_of(model):
            if type(part).__module__ != "__main__":
                continue
            known = {id(w) for w in weights_of(model)}
            for attribute, held in stored(part).items():
                is_lost = is_tensor(held) and held.requires_grad and held.is_leaf and id(held) not in known
                if is_lost and not _is_in_an_optimizer(cell, held):
                    yield Notice(
                        f"`self.{attribute}` of {type(part).__name__} is a plain tensor, so `{name}.parameters()` "
                        f"leaves it out and no optimizer changes it. Write `self.{attribute} = nn.Parameter(…)`.",
                        id(model),
                        card="parameters-and-activations",
                    )


def _is_in_an_optimizer(cell: Cell, tensor: Any) -> bool:
    optimizers = [one for _, one in cell.optimizers]
    if "grad" in cell.words and not optimizers:
        return True  # updated by hand
    return any(w is tensor for one in optimizers for group in one.param_groups for w in group["params"])


@check("dropout(")
def dropout_always_on(cell: Cell) -> Iterator[Notice]:
    """`F.dropout(x)` in a forward drops in eval mode too: it is not told the mode."""
    for call in cell.calls("dropout"):
        func: Any = cell.value(call.func)
        if getattr(func, "__module__", "") != "torch.nn.functional" or keyword(call, "training") is not None:
            continue
        if len(call.args) > 2 or any(one.arg is None for one in call.keywords):
            continue
        forward = next(
            (one for one in cell.of(ast.FunctionDef) if one.name == "forward" and call in below(one)), None
        )
        if forward is None or not forward.args.args or forward.args.args[0].arg != "self":
            continue
        text = text_of(call)
        yield Notice(
            f"`{text}` drops activations after `eval()` too: the function does not know the mode, and its default is "
            f"training=True, so predictions change from call to call. Write `{text[:-1]}, training=self.training)`, or "
            "use a layer, `nn.Dropout`.",
            hash(ast.dump(call)),
            card="dropout",
        )
        return


@check("n_out")
def wrong_number_of_outputs(cell: Cell) -> Iterator[Notice]:
    """`n_out` is not the number of classes."""
    for name, call in cell.assigned():
        learn = cell.names.get(name)
        if not isinstance(call, ast.Call) or not is_learner(learn):
            continue
        given = constant(keyword(call, "n_out"))
        vocab = _vocab(stored(learn).get("dls"))
        loss = type(stored(learn).get("loss_func")).__name__
        if isinstance(given, int) and vocab and given != len(vocab) and loss == "CrossEntropyLossFlat":
            yield Notice(
                f"`{name}` has n_out={given} outputs, but the data have {len(vocab)} classes. Leave `n_out` out: "
                "fastai takes it from the dls.",
                id(learn),
                card="body-and-head",
            )


@check("earner(", ".fit", ".fine_tune", reached=True)
def last_layer_not_replaced(cell: Cell) -> Iterator[Notice]:
    """A network with the 1000 outputs of ImageNet, for data of other classes."""
    for name, learn in cell.live(is_learner):
        model = stored(learn).get("model")
        vocab = _vocab(stored(learn).get("dls"))
        if not type(model).__module__.startswith("torchvision.models") or not vocab:
            continue
        layer = last_layer(model)
        if is_of(layer, "torch.nn", "Linear") and layer.out_features == 1000 and len(vocab) < 1000:
            yield Notice(
                f"The model of `{name}` still has the 1000 outputs of ImageNet, but the data have {len(vocab)} "
                f"classes. Replace its last layer: `model.fc = nn.Linear({layer.in_features}, {len(vocab)})`, or let "
                "`vision_learner(dls, resnet18)` do it.",
                id(learn),
                card="body-and-head",
            )


def _vocab(dls: Any) -> list[Any]:
    """The classes of a problem with one label."""
    from fastaid.teach.notices.data import vocabulary

    for loader in loaders_of(dls)[:1]:
        found = vocabulary(loader.get("dataset"))
        if found is not None and not found.is_multi:
            return found.classes
    return []


@check("load_encoder")
def encoder_of_another_vocab(cell: Cell) -> Iterator[Notice]:
    """The classifier numbers its words otherwise than the language model did."""
    from fastaid.teach.notices.data import text_vocabulary
    from fastaid.teach.objects import is_dls

    for name, learn in cell.live(is_learner):
        dls = stored(learn).get("dls")
        mine, _ = text_vocabulary(dls)
        if not mine:
            continue
        for other_name, other in cell.variables:
            if not is_dls(other) or other is dls:
                continue
            words, is_lm = text_vocabulary(other)
            if is_lm and words and len(words) == len(mine) and list(words) != list(mine):
                yield Notice(
                    f"The words of `{name}.dls` are numbered otherwise than those of `{other_name}`, from which the "
                    "encoder comes: each word gets another word's embedding. Make the classifier's dls with "
                    f"`text_vocab={other_name}.vocab` (`TextBlock.from_df(…, vocab={other_name}.vocab)`).",
                    id(learn),
                    card="language-model",
                )


@check("@Softmax", "@LogSoftmax")
def softmax_layer_over_the_batch(cell: Cell) -> Iterator[Notice]:
    """A model whose last layer is nn.Softmax(dim=0)."""
    for name, model in cell.live(lambda held: is_of(held, "torch.nn", "Sequential")):
        layer = last_layer(model)
        if is_of(layer, "torch.nn", "Softmax", "LogSoftmax") and layer.dim == 0:
            yield Notice(
                f"`{name}` ends in nn.{type(layer).__name__}(dim=0), which runs over the items of the batch: each "
                "prediction depends on the other items. Write dim=1 for the classes.",
                id(model),
                card="softmax",
            )
