"""What a learner's word may be called in the libraries, and British spellings in American."""

from __future__ import annotations

import re

STOP_WORDS = frozenset(
    "a an and are as at be by can could do does doing for from get got has have how i if in into is it its just like "
    "make me my need of on one or our should so some that the their them then there this to up use using want was "
    "way we what when where which while who why will with would you your something thing function functions method "
    "please fastai pytorch torch python".split()
)
# (British, American); endings are handled by rule below.
SPELLINGS = {
    "colour": "color", "colours": "colors", "grey": "gray", "greyscale": "grayscale", "centre": "center",
    "centred": "centered", "neighbour": "neighbor", "behaviour": "behavior", "favourite": "favorite",
    "labelled": "labeled", "labelling": "labeling", "modelling": "modeling", "cancelled": "canceled",
    "catalogue": "catalog", "metre": "meter", "fibre": "fiber", "programme": "program", "analyse": "analyze",
}  # fmt: skip
ENDING = re.compile(r"\b(\w{3,})is(e|es|ed|er|ers|ing|ation|ations)\b")
NOT_ENDING = re.compile(r"^(prec|rev|superv|prom|adv|dev|exerc|ra|surpr|no|pr|w|d|ot?herw|likew|cons|ex|compr|d|conc|rep|r|pa?|pau|cru|cho|po|clo)$")

MEANT: dict[str, tuple[str, ...]] = {
    "image": ("picture", "img", "photo"), "images": ("picture", "img"), "picture": ("image",), "photo": ("image",),
    "resize": ("size", "scale"), "size": ("shape", "resize"), "shrink": ("resize", "min"),
    "join": ("concatenate", "cat", "stack", "merge"), "combine": ("concatenate", "cat", "stack"),
    "concatenate": ("cat",), "concat": ("cat", "concatenate"), "append": ("cat", "add"), "merge": ("join", "cat"),
    "dimension": ("dim", "axis", "unsqueeze"), "dimensions": ("dim", "axis"), "axis": ("dim", "dimension"),
    "add": ("plus",), "remove": ("drop", "squeeze", "delete"),
    "correct": ("accuracy",), "fraction": ("rate", "proportion"), "mistakes": ("error", "losses", "confused"),
    "wrong": ("error", "losses", "confusion"), "percent": ("rate", "fraction"), "score": ("metric", "accuracy"),
    "error": ("loss",), "normalize": ("standardize",), "standardize": ("normalize",),
    "predict": ("prediction", "preds", "inference"), "prediction": ("preds", "predict"), "guess": ("predict",),
    "inference": ("predict", "preds"), "save": ("export", "store", "dump"), "store": ("save",),
    "load": ("read", "restore", "open"), "read": ("load", "open"), "open": ("load", "create"),
    "show": ("plot", "display", "view"), "display": ("show", "plot"), "plot": ("show", "draw"), "draw": ("plot", "show"),
    "view": ("show", "reshape"), "see": ("show", "plot"), "look": ("show",),
    "train": ("fit",), "training": ("fit", "train"), "learn": ("fit", "train"), "finetune": ("fine_tune", "unfreeze"),
    "tune": ("fine_tune",), "freeze": ("requires_grad",), "frozen": ("freeze",), "unlock": ("unfreeze",),
    "rate": ("lr",), "schedule": ("sched", "annealing"), "optimizer": ("opt", "Adam", "SGD"),
    "stop": ("early", "cancel", "terminate"), "early": ("stopping",), "best": ("save", "tracker"),
    "download": ("untar", "fetch"), "dataset": ("data", "dls"), "data": ("dls", "dataset"), "folder": ("path", "directory"),
    "directory": ("folder", "path"), "files": ("path",), "list": ("get",), "label": ("category", "target", "vocab"),
    "labels": ("categories", "targets", "vocab"), "class": ("category",), "classes": ("categories", "vocab"),
    "split": ("splitter", "chunk"), "divide": ("split", "div"), "validation": ("valid", "splitter"),
    "random": ("rand", "shuffle"), "seed": ("set_seed", "manual_seed", "reproducible"), "reproducible": ("seed",),
    "augment": ("augmentation", "aug_transforms"), "augmentation": ("aug_transforms",), "flip": ("dihedral", "mirror"),
    "mirror": ("flip",), "turn": ("rotate", "flip"), "rotate": ("rotation",), "zoom": ("scale", "crop"),
    "cut": ("crop", "cutout", "split"), "pad": ("padding",), "blur": ("gaussian",), "bright": ("brightness",),
    "dark": ("brightness",), "color": ("hue", "saturation", "jitter"), "gray": ("grayscale", "bw"),
    "maximum": ("max", "argmax", "clamp"), "largest": ("max", "topk"), "highest": ("max", "topk"), "smallest": ("min",),
    "minimum": ("min", "clamp"), "average": ("mean",), "mean": ("average",), "total": ("sum",), "count": ("bincount", "numel"),
    "index": ("argmax", "gather"), "position": ("argmax",), "sort": ("argsort", "order"), "order": ("sort", "permute"),
    "limit": ("clamp", "clip"), "clip": ("clamp",), "between": ("clamp",), "round": ("floor", "ceil"),
    "multiply": ("mul", "matmul"), "product": ("matmul", "mm", "dot"), "matrix": ("matmul", "mm"), "transpose": ("permute", "T"),
    "swap": ("transpose", "permute"), "reshape": ("view",), "flatten": ("view", "reshape"), "repeat": ("expand", "tile"),
    "copy": ("clone", "detach"), "clone": ("copy",), "convert": ("to", "cast", "tensor"), "cast": ("to",), "type": ("dtype", "cast"),
    "gpu": ("cuda", "device"), "cuda": ("device",), "cpu": ("device",), "memory": ("cuda", "cache"), "half": ("fp16", "precision"),
    "precision": ("fp16", "half"), "faster": ("fp16", "compile"), "zeros": ("zero",), "ones": ("one",), "empty": ("zeros",),
    "gradient": ("grad", "backward"), "gradients": ("grad", "backward"), "derivative": ("grad",), "backpropagation": ("backward",),
    "loss": ("criterion", "cross"), "layer": ("module", "linear"), "layers": ("modules", "sequential"), "network": ("model", "net"),
    "net": ("model",), "model": ("net", "learner"), "pretrained": ("weights",), "weights": ("parameters", "pretrained"),
    "dropout": ("drop",), "overfitting": ("dropout", "regularization", "weight"), "regularization": ("weight", "dropout"),
    "probability": ("softmax", "sigmoid"), "probabilities": ("softmax", "sigmoid", "preds"), "activation": ("relu", "sigmoid"),
    "confusion": ("matrix",), "worst": ("top_losses",), "summary": ("describe",), "structure": ("summary", "modules"),
    "words": ("token", "text"), "word": ("token",), "sentence": ("text",), "text": ("token",), "tokenize": ("tokenizer",),
    "table": ("tabular", "dataframe"), "csv": ("dataframe", "from_csv"), "columns": ("tabular", "col"), "missing": ("fill", "na"),
    "recommend": ("collab", "collaborative"), "recommendation": ("collab",), "ratings": ("collab",), "users": ("collab",),
    "segment": ("segmentation", "unet", "mask"), "segmentation": ("unet", "mask"), "mask": ("segmentation",),
    "several": ("multi",), "multiple": ("multi",), "many": ("multi",), "tags": ("multi", "multicategory"),
    "batch": ("one_batch", "bs"), "callback": ("cb", "cbs"), "log": ("logger", "csv"), "duplicates": ("unique",), "unique": ("uniqueify",),
    "normal": ("randn", "gaussian"), "gaussian": ("normal", "randn"), "uniform": ("rand",), "noise": ("rand", "randn"),
    "onehot": ("one_hot",), "hot": ("one_hot",), "embedding": ("emb",), "regular": ("regex", "re"), "regex": ("re", "regular"),
    "expression": ("regex",), "filename": ("name", "fname"), "name": ("fname",), "explain": ("doc", "interpret"), "help": ("doc",),
}  # fmt: skip


def american(text: str) -> str:
    """British spellings in American, word by word.

    >>> american("normalise the grey colours")
    'normalize the gray colors'
    """

    def ending(match: re.Match[str]) -> str:
        return match[0] if NOT_ENDING.match(match[1].lower()) else f"{match[1]}iz{match[2]}"

    text = re.sub(r"\b\w+\b", lambda match: SPELLINGS.get(match[0].lower(), match[0]), text)
    return ENDING.sub(ending, text)


def meant(word: str) -> tuple[str, ...]:
    """Other words for the same wish."""
    return MEANT.get(word, ())
