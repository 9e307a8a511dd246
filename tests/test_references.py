"""The readable references: each must give what torch gives, for every public name that it stands for."""

from __future__ import annotations

import ast
import importlib
import inspect
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

import fastaid

FOLDER = Path(fastaid.__file__).parent / "help" / "references"
MODULES = [
    importlib.import_module(f"fastaid.help.references.{path.stem}")
    for path in sorted(FOLDER.glob("*.py"))
    if path.stem != "__init__"
]
NAMES = {public: (module, local) for module in MODULES for public, local in module.IMPLEMENTS.items()}

nan, inf = math.nan, math.inf
Case = Callable[[Callable[..., Any]], Any]


def real(public: str) -> Any:
    found: Any = torch
    for part in public.split(".")[1:]:
        found = getattr(found, part)
    return found


def ours(public: str) -> Any:
    module, local = NAMES[public]
    return getattr(module, local)


# -- inputs: seeded anew before each of the two runs, so that both get the same --------------------


def r(*shape: int, dtype: torch.dtype = torch.float64) -> Tensor:
    return torch.randn(shape, dtype=torch.float64).to(dtype)


def u(*shape: int) -> Tensor:
    return torch.rand(shape, dtype=torch.float64)


def i(low: int, high: int, *shape: int, dtype: torch.dtype = torch.int64) -> Tensor:
    return torch.randint(low, high, shape).to(dtype)


def b(*shape: int) -> Tensor:
    return torch.rand(shape) > 0.5


def t(*numbers: Any, dtype: torch.dtype | None = None) -> Tensor:
    return torch.tensor(numbers, dtype=dtype)


def gapped(*shape: int) -> Tensor:
    """Numbers that do not lie in a row in memory."""
    return r(*shape[:-1], 2 * shape[-1])[..., ::2]


def odd() -> Tensor:
    return t(nan, -inf, inf, 0.0, -0.0, 1.5, -1.5, 0.5, 2.5, -2.5, 1e-300, 700.0, -700.0, dtype=torch.float64)


def in_place(f: Callable[..., Any], x: Tensor, *args: Any, **kwargs: Any) -> Tensor:
    assert f(x, *args, **kwargs) is x
    return x


def each_dim(*shape: int, **kwargs: Any) -> list[Case]:
    return [lambda f, d=d: f(r(*shape), dim=d, **kwargs) for d in range(-len(shape), len(shape))]


def binary() -> list[Case]:
    return [
        lambda f: f(r(3, 4), r(3, 4)),
        lambda f: f(r(3, 1), r(4)),
        lambda f: f(r(2, 1, 3), r(2, 1)),
        lambda f: f(r(3), 2),
        lambda f: f(r(3), 0.1),
        lambda f: f(r(3, dtype=torch.float32), 0.1),
        lambda f: f(r(3, dtype=torch.float32), r(3)),
        lambda f: f(i(1, 5, 3), r(3, dtype=torch.float32)),
        lambda f: f(i(1, 9, 3, 2), i(1, 4, 2)),
        lambda f: f(i(1, 9, 3, dtype=torch.int32), 3),
        lambda f: f(i(1, 9, 3), 1.5),
        lambda f: f(i(1, 9, 3, dtype=torch.uint8), i(1, 3, 3)),
        lambda f: f(r(), r()),
        lambda f: f(r(0, 3), r(3)),
    ]


def comparing() -> list[Case]:
    return [
        *binary(),
        lambda f: f(i(0, 3, 4, 5), i(0, 3, 5)),
        lambda f: f(i(0, 3, 7), 1),
        lambda f: f(odd(), 0.0),
        lambda f: f(odd(), odd().flip(0)),
        lambda f: f(odd(), odd()),
        lambda f: f(t(0.1, 0.2), 0.1),
        lambda f: f(b(5), b(5)),
    ]


def unary() -> list[Case]:
    return [
        lambda f: f(r(3, 4)),
        lambda f: f(3 * r(2, 3, 4)),
        lambda f: f(r(5, dtype=torch.float32)),
        lambda f: f(r()),
        lambda f: f(r(0)),
        lambda f: f(odd()),
        lambda f: f(gapped(3, 2)),
    ]


WHOLE: list[Case] = [lambda f: f(i(-4, 5, 3, 4)), lambda f: f(i(-4, 5, 4, dtype=torch.int32))]
ACTIVATION: list[Case] = [
    *unary()[:5],
    lambda f: f(
        t(-700.0, -30.0, -3.0, -1.0, -0.5, 0.0, 0.5, 1.0, 3.0, 6.0, 30.0, 700.0, dtype=torch.float64)
    ),
]
REDUCE: list[Case] = [
    lambda f: f(r(3, 4)),
    lambda f: f(r()),
    lambda f: f(r(5, dtype=torch.float32)),
    lambda f: f(gapped(3, 2)),
    *each_dim(2, 3, 4),
    *each_dim(2, 3, 4, keepdim=True),
]
DIMS: list[Case] = [
    lambda f: f(r(2, 3, 4), dim=(0, 2)),
    lambda f: f(r(2, 3, 4), dim=(0, -1), keepdim=True),
    lambda f: f(r(2, 3, 4), dim=(0, 1, 2)),
    lambda f: f(r(2, 3, 4), (1,)),
]
SPREAD: list[Case] = [
    *REDUCE[:1],
    *REDUCE[2:],
    *DIMS,
    lambda f: f(r(3, 4), correction=0),
    lambda f: f(r(3, 4), dim=1, correction=2),
    lambda f: f(r(3, 1), dim=1),
    lambda f: f(r(3, 2), dim=1, correction=3),
]
UNBIASED: list[Case] = [
    lambda f: f(r(3, 4), False),
    lambda f: f(r(3, 4), unbiased=True),
    lambda f: f(r(3, 4), 1, False),
    lambda f: f(r(3, 4), 0, False, True),
]
WHERE_BEST: list[Case] = [
    *REDUCE,
    lambda f: f(i(0, 3, 4, 6)),
    lambda f: f(i(0, 3, 4, 6), dim=1),
    lambda f: f(i(0, 3, 4, 6), 0, True),
    lambda f: f(t([1.0, nan, 3.0, nan], [1.0, 2.0, 2.0, 1.0]), dim=1),
    lambda f: f(t(1.0, nan, 3.0)),
    lambda f: f(t(inf, -inf, inf), dim=0),
]
RUNNING: list[Case] = [
    *each_dim(2, 3, 4),
    lambda f: f(i(0, 3, 4, 6), dim=1),
    lambda f: f(r(0, 3), 0),
    lambda f: f(gapped(3, 2), 1),
]
TOTAL: list[Case] = [
    lambda f: f(i(0, 4, 3, 4)),
    lambda f: f(i(0, 4, 3, 4, dtype=torch.int32), dim=1),
    lambda f: f(b(3, 4)),
    lambda f: f(b(3, 4), dim=0),
    lambda f: f(r(0)),
    lambda f: f(r(0, 3), dim=0),
    lambda f: f(r(0, 3), dim=1),
    lambda f: f(i(0, 4, 3, 4), dim=0, dtype=torch.float32),
]


def truth() -> list[Case]:
    return [
        *[lambda f, d=d, k=k: f(i(0, 2, 3, 4), dim=d, keepdim=k) for d in (0, -1) for k in (False, True)],
        lambda f: f(b(3, 4)),
        lambda f: f(i(0, 2, 2, 2, 2), dim=(0, 2)),
        lambda f: f(torch.zeros(3)),
        lambda f: f(torch.ones(3)),
        lambda f: f(r(0)),
        lambda f: f(i(0, 2, 5, dtype=torch.uint8)),
        lambda f: f(t(nan, 0.0)),
    ]


def losses(f_target: Callable[[], Tensor] | None = None, predict: Callable[..., Tensor] = r) -> list[Case]:
    def case(shape: tuple[int, ...], how: str) -> Case:
        return lambda f: f(predict(*shape), f_target() if f_target else u(*shape), reduction=how)

    shapes = [(4,)] if f_target else [(4, 3), (5,), (2, 3, 4)]
    return [case(shape, how) for shape in shapes for how in ("mean", "sum", "none")]


def chances(*shape: int, dim: int = -1) -> Tensor:
    return torch.softmax(r(*shape), dim=dim)


def signs(*shape: int) -> Tensor:
    return i(0, 2, *shape).double() * 2 - 1


HOWS = ("mean", "sum", "none")
CLASSES: list[Case] = [
    *[lambda f, h=h: f(r(5, 4).log_softmax(1), i(0, 4, 5), reduction=h) for h in HOWS],
    *[lambda f, h=h: f(r(5, 4).log_softmax(1), i(0, 4, 5), u(4), reduction=h) for h in HOWS],
    *[
        lambda f, h=h: f(r(5, 4).log_softmax(1), t(0, 1, -100, 3, -100), weight=u(4), reduction=h)
        for h in HOWS
    ],
    *[lambda f, h=h: f(r(5, 4).log_softmax(1), t(0, 1, 2, 3, 1), ignore_index=1, reduction=h) for h in HOWS],
    *[lambda f, h=h: f(r(2, 4, 3, 2).log_softmax(1), i(0, 4, 2, 3, 2), u(4), reduction=h) for h in HOWS],
    *[lambda f, h=h: f(r(4).log_softmax(0), t(2)[0], reduction=h) for h in HOWS],
]
BATCHED = {"beta": 0.5, "alpha": 2.0}

PRODUCTS: dict[str, list[Case]] = {
    "matmul": [
        lambda f, a=a, c=c: f(r(*a), r(*c))
        for a, c in [
            ((3,), (3,)),
            ((2, 3), (3,)),
            ((3,), (3, 4)),
            ((2, 3), (3, 4)),
            ((5, 2, 3), (3, 4)),
            ((2, 3), (5, 3, 4)),
            ((5, 2, 3), (5, 3, 4)),
            ((5, 1, 2, 3), (6, 3, 4)),
            ((5, 2, 3), (3,)),
            ((3,), (5, 3, 4)),
            ((2, 0), (0, 3)),
            ((1, 3), (3, 1)),
            ((3, 1), (1, 3)),
            ((1,), (1, 1)),
            ((2, 1, 1), (1,)),
        ]
    ]
    + [lambda f: f(i(0, 5, 2, 3, dtype=torch.int32), i(0, 5, 3, 2, dtype=torch.int32))],
    "mm": [
        lambda f: f(r(2, 3), r(3, 4)),
        lambda f: f(r(1, 1), r(1, 1)),
        lambda f: f(r(2, 0), r(0, 3)),
        lambda f: f(i(0, 5, 2, 3), i(0, 5, 3, 2)),
    ],
    "bmm": [lambda f: f(r(5, 2, 3), r(5, 3, 4)), lambda f: f(r(0, 2, 3), r(0, 3, 4))],
    "mv": [lambda f: f(r(2, 3), r(3)), lambda f: f(i(0, 5, 2, 3), i(0, 5, 3)), lambda f: f(r(0, 3), r(3))],
    "dot": [lambda f: f(r(4), r(4)), lambda f: f(i(0, 5, 4), i(0, 5, 4)), lambda f: f(r(0), r(0))],
    "inner": [
        lambda f: f(r(4), r(4)),
        lambda f: f(r(2, 3, 4), r(5, 4)),
        lambda f: f(r(2, 3), r()),
        lambda f: f(r(), r(3)),
        lambda f: f(r(2, 3), r(3)),
    ],
    "einsum": [
        lambda f, e=e, s=s: f(e, *[r(*one) for one in s])
        for e, s in [
            ("ik,kj->ij", [(2, 3), (3, 4)]),
            ("ik, kj", [(2, 3), (3, 4)]),
            ("i,j->ij", [(2,), (3,)]),
            ("i,i->", [(3,), (3,)]),
            ("bij,bjk->bik", [(5, 2, 3), (5, 3, 4)]),
            ("ij->ji", [(2, 3)]),
            ("ij->", [(2, 3)]),
            ("ij->j", [(2, 3)]),
            ("bn,anm,bm->ba", [(2, 5), (3, 5, 4), (2, 4)]),
            ("ba", [(2, 3)]),
            ("ij,ij->ij", [(2, 3), (2, 3)]),
            ("ik,jk->ji", [(2, 3), (4, 3)]),
        ]
    ],
    "addmm": [
        lambda f: f(r(4), r(2, 3), r(3, 4)),
        lambda f: f(r(2, 4), r(2, 3), r(3, 4), **BATCHED),
        lambda f: f(r(2, 1), r(2, 3), r(3, 4), alpha=-1),
        lambda f: f(torch.full((2, 4), nan), r(2, 3).float(), r(3, 4).float(), beta=0),
    ],
    "addmv": [
        lambda f: f(r(2), r(2, 3), r(3)),
        lambda f: f(r(1), r(2, 3), r(3), **BATCHED),
        lambda f: f(t(nan, nan), r(2, 3).float(), r(3).float(), beta=0),
    ],
    "addbmm": [
        lambda f: f(r(2, 4), r(5, 2, 3), r(5, 3, 4)),
        lambda f: f(r(4), r(5, 2, 3), r(5, 3, 4), **BATCHED),
        lambda f: f(torch.full((2, 4), nan), r(5, 2, 3).float(), r(5, 3, 4).float(), beta=0),
    ],
    "baddbmm": [
        lambda f: f(r(5, 2, 4), r(5, 2, 3), r(5, 3, 4)),
        lambda f: f(r(4), r(5, 2, 3), r(5, 3, 4), **BATCHED),
        lambda f: f(torch.full((5, 2, 4), nan), r(5, 2, 3).float(), r(5, 3, 4).float(), beta=0),
    ],
    "outer": [lambda f: f(r(3), r(4)), lambda f: f(i(0, 5, 2), i(0, 5, 3)), lambda f: f(r(0), r(3))],
    "kron": [
        lambda f: f(r(2, 3), r(4, 5)),
        lambda f: f(r(2), r(3)),
        lambda f: f(r(2, 3), r(3)),
        lambda f: f(r(3), r(2, 3, 2)),
    ],
    "tensordot": [
        lambda f: f(r(2, 3, 4), r(3, 4, 5)),
        lambda f: f(r(2, 3), r(3, 4), dims=1),
        lambda f: f(r(2, 3), r(4), dims=0),
        lambda f: f(r(2, 3, 4), r(4, 5, 2), dims=([0, 2], [2, 0])),
        lambda f: f(r(2, 3, 4), r(3, 5), dims=([-2], [0])),
        lambda f: f(r(3, 4), r(3, 4), dims=2),
    ],
    "trace": [lambda f: f(r(3, 3)), lambda f: f(r(2, 4)), lambda f: f(i(0, 9, 4, 3))],
    "matrix_power": [lambda f, n=n: f(r(3, 3), n) for n in (0, 1, 2, 5, -1, -2)]
    + [lambda f: f(r(2, 3, 3), 3)],
    "cdist": [lambda f, p=p: f(r(4, 3), r(5, 3), p=p) for p in (0, 1, 2, 3.5, inf)]
    + [
        lambda f: f(r(2, 4, 3), r(2, 5, 3)),
        lambda f: f(r(2, 4, 3), r(5, 3)),
        lambda f: f(i(0, 2, 4, 3).double(), torch.zeros(1, 3).double(), 0.0),
    ],
    "cross": [
        lambda f: f(r(4, 3), r(4, 3)),
        lambda f: f(r(3), r(3)),
        lambda f: f(r(3, 4), r(3, 4), dim=0),
        lambda f: f(r(4, 3, 2), r(4, 3, 2), dim=-2),
    ],
    "cosine_similarity": [
        lambda f: f(r(4, 3), r(4, 3)),
        lambda f: f(r(4, 3), r(3), dim=-1),
        lambda f: f(r(4, 3), torch.zeros(4, 3).double(), dim=0),
        lambda f: f(1e-3 * r(4, 3), r(4, 3), eps=0.5),
    ],
    "pairwise_distance": [
        lambda f: f(r(4, 3), r(4, 3)),
        lambda f: f(r(4, 3), r(4, 3), p=1, keepdim=True),
        lambda f: f(r(4, 3), r(3), eps=0.1),
    ],
}

REDUCTIONS: dict[str, list[Case]] = {
    "sum": [*REDUCE, *DIMS, *TOTAL, lambda f: f(r(2, 3), dim=()), lambda f: f(odd())],
    "prod": [*REDUCE, *TOTAL],
    "max": [*WHERE_BEST, lambda f: f(r(3, 4), r(4)), lambda f: f(b(5), dim=0)],
    "min": [*WHERE_BEST, lambda f: f(r(3, 4), r(4)), lambda f: f(b(5), dim=0)],
    "amax": [*REDUCE[:1], *REDUCE[2:], *DIMS, lambda f: f(t([nan, 1.0], [2.0, 1.0]), dim=1)],
    "amin": [*REDUCE[:1], *REDUCE[2:], *DIMS, lambda f: f(t([nan, 1.0], [2.0, 1.0]), dim=1)],
    "argmax": [*WHERE_BEST, lambda f: f(r(2, 3), keepdim=True)],
    "argmin": [*WHERE_BEST, lambda f: f(r(2, 3), keepdim=True)],
    "any": truth(),
    "all": truth(),
    "count_nonzero": [
        lambda f: f(i(0, 3, 3, 4)),
        lambda f: f(i(0, 3, 3, 4), dim=1),
        lambda f: f(b(2, 3, 4), dim=(0, 2)),
        lambda f: f(odd()),
    ],
    "cumsum": [*RUNNING, lambda f: f(b(5), dim=0), lambda f: f(i(0, 5, 5), 0, dtype=torch.float64)],
    "cumprod": [*RUNNING, lambda f: f(b(5), dim=0), lambda f: f(i(0, 5, 5), 0, dtype=torch.float64)],
    "cummax": [*RUNNING, lambda f: f(t(1.0, nan, 3.0, nan), 0)],
    "cummin": [*RUNNING, lambda f: f(t(1.0, nan, 3.0, nan), 0)],
    "diff": [
        *each_dim(2, 3, 4),
        lambda f: f(r(6), n=3),
        lambda f: f(r(3, 4), prepend=r(3, 1), append=r(3, 2)),
        lambda f: f(i(0, 9, 5)),
    ],
    "equal": [
        lambda f: f(t(1, 2), t(1, 2)),
        lambda f: f(t(1, 2), t(1, 3)),
        lambda f: f(t(1, 1), t(1)),
        lambda f: f(t(nan), t(nan)),
        lambda f: f(r(0), r(0)),
    ],
    "allclose": [
        lambda f, x=x, y=y, n=n: f(t(1.0, x), t(1.0, y), equal_nan=n)
        for x, y in [
            (1, 1 + 1e-7),
            (1, 1.1),
            (nan, nan),
            (inf, inf),
            (inf, -inf),
            (inf, 1),
            (1, inf),
            (1, nan),
            (0, 1e-9),
        ]
        for n in (False, True)
    ]
    + [
        lambda f: f(t(1.0), t(1.2), rtol=0.3),
        lambda f: f(t(1.0), t(1.2), atol=0.3),
        lambda f: f(r(2, 1), r(3)),
    ],
}

QUANTILES: list[Case] = [
    *[lambda f, q=q: f(r(7), q) for q in (0.0, 0.25, 0.5, 0.9, 1.0)],
    *[lambda f, d=d, k=k: f(r(2, 3, 4), 0.3, dim=d, keepdim=k) for d in (0, 1, -1) for k in (False, True)],
    *[
        lambda f, d=d, k=k: f(r(2, 3, 4), torch.tensor([0.1, 0.5], dtype=torch.float64), dim=d, keepdim=k)
        for d in (0, -1)
        for k in (False, True)
    ],
    lambda f: f(r(2, 3), 0.4, keepdim=True),
    lambda f: f(r(2, 3), torch.tensor([0.4], dtype=torch.float64), keepdim=True),
    lambda f: f(t([1.0, nan], [2.0, 3.0]), 0.5, dim=1),
    lambda f: f(t([1.0, nan], [2.0, 3.0]), t(0.5, 0.1), dim=1),
]
STATISTICS: dict[str, list[Case]] = {
    "mean": [
        *REDUCE,
        *DIMS,
        lambda f: f(i(0, 5, 3, 4), dtype=torch.float32),
        lambda f: f(r(0)),
        lambda f: f(r(0, 3), dim=0),
        lambda f: f(r(0, 3), dim=1),
    ],
    "var": [*SPREAD, *UNBIASED, lambda f: f(r(1))],
    "std": [*SPREAD, *UNBIASED, lambda f: f(r(1))],
    "var_mean": SPREAD,
    "std_mean": SPREAD,
    "median": [
        *REDUCE,
        lambda f: f(r(5)),
        lambda f: f(r(4, 6)),
        lambda f: f(t(1.0, nan, 3.0)),
        lambda f: f(t([1.0, nan, 3.0], [5.0, 2.0, 4.0]), dim=1),
        lambda f: f(i(0, 99, 7)),
    ],
    "mode": [
        lambda f: f(i(0, 3, 4, 9)),
        lambda f: f(i(0, 3, 4, 9), dim=0),
        lambda f: f(i(0, 3, 4, 9), 1, True),
        lambda f: f(r(4)),
        lambda f: f(t(3.0, 1.0, 3.0, 1.0, 2.0)),
    ],
    "quantile": QUANTILES,
    "norm": [
        *REDUCE[:1],
        *REDUCE[2:],
        *[lambda f, p=p: f(r(3, 4), p) for p in (0, 1, 2, 3, inf, -inf)],
        *[lambda f, p=p: f(r(3, 4), p, dim=1, keepdim=True) for p in (0, 1, 2, 3, inf, -inf)],
        lambda f: f(r(2, 3, 4), dim=(0, 2)),
    ],
    "logsumexp": [
        *each_dim(2, 3),
        *each_dim(2, 3, keepdim=True),
        lambda f: f(1000 * r(2, 3), dim=1),
        lambda f: f(r(2, 3), dim=(0, 1)),
        lambda f: f(t([-inf, -inf], [0.0, inf]), dim=1),
        lambda f: f(i(0, 5, 3), 0),
    ],
    "histc": [
        lambda f: f(r(50), bins=5),
        lambda f: f(r(50), bins=4, min=-1, max=1),
        lambda f: f(t(1.0, 2.0, 3.0), 2),
        lambda f: f(t(1.0, 1.0), 3),
    ],
    "bincount": [
        lambda f: f(i(0, 6, 20)),
        lambda f: f(i(0, 6, 20), r(20)),
        lambda f: f(i(0, 3, 5), minlength=8),
        lambda f: f(i(0, 3, 0)),
    ],
    "cov": [lambda f: f(r(3, 6)), lambda f: f(r(6)), lambda f: f(r(3, 6), correction=0)],
    "corrcoef": [lambda f: f(r(3, 6)), lambda f: f(r(6))],
}

ORDERING: dict[str, list[Case]] = {
    "sort": [
        *each_dim(2, 3, 4),
        *each_dim(2, 3, 4, descending=True),
        lambda f: f(i(0, 3, 4, 9), stable=True),
        lambda f: f(i(0, 3, 4, 9), stable=True, descending=True),
        lambda f: f(t(2.0, nan, 1.0, inf)),
        lambda f: f(t(2.0, nan, 1.0, inf), descending=True),
        lambda f: f(b(5), stable=True),
    ],
    "argsort": [
        *each_dim(2, 3, 4),
        *each_dim(2, 3, 4, descending=True),
        lambda f: f(i(0, 3, 9), stable=True),
    ],
    "topk": [
        lambda f: f(r(4, 6), 3),
        lambda f: f(r(4, 6), 2, dim=0),
        lambda f: f(r(4, 6), 2, largest=False),
        lambda f: f(r(6), k=6),
    ],
    "kthvalue": [lambda f: f(r(4, 6), 3), lambda f: f(r(4, 6), 1, dim=0, keepdim=True), lambda f: f(r(5), 5)],
    "unique": [
        lambda f, a=a, c=c, n=n: f(i(0, 5, 3, 4) if n else i(0, 5, 0), return_inverse=a, return_counts=c)
        for a in (False, True)
        for c in (False, True)
        for n in (False, True)
    ]
    + [lambda f: f(r(4))],
    "unique_consecutive": [
        lambda f, a=a, c=c: f(i(0, 2, 3, 4), return_inverse=a, return_counts=c)
        for a in (False, True)
        for c in (False, True)
    ],
    "isin": [lambda f: f(i(0, 9, 3, 4), t(1, 2, 3)), lambda f: f(i(0, 9, 5), i(0, 9, 2, 2), invert=True)],
    "searchsorted": [
        lambda f: f(t(1, 3, 5, 7), i(0, 9, 3, 4)),
        lambda f: f(t(1, 3, 5, 7), t(0, 1, 3, 7, 8), right=True),
        lambda f: f(r(2, 5).sort().values, r(2, 3)),
    ],
    "bucketize": [
        lambda f: f(i(0, 9, 3, 4), t(1, 3, 5, 7)),
        lambda f: f(t(0, 1, 3, 7, 8), t(1, 3, 7), right=True),
    ],
    "nonzero": [
        lambda f: f(i(0, 2, 3, 4)),
        lambda f: f(b(6)),
        lambda f: f(i(0, 2, 2, 3, 2)),
        lambda f: f(torch.zeros(2, 3)),
        lambda f: f(torch.tensor(1)),
        lambda f: f(torch.tensor(0)),
        lambda f: f(odd()),
    ],
    "argwhere": [lambda f: f(i(0, 2, 3, 4)), lambda f: f(b(6)), lambda f: f(torch.zeros(2, 3))],
}

ARITHMETIC: dict[str, list[Case]] = {
    "add": [*binary(), lambda f: f(odd(), odd().flip(0)), lambda f: f(b(3), b(3))],
    "sub": [*binary(), lambda f: f(odd(), odd().flip(0)), lambda f: f(t(1, 2, dtype=torch.uint8), 2)],
    "mul": [
        *binary(),
        lambda f: f(odd(), odd().flip(0)),
        lambda f: f(b(3), b(3)),
        lambda f: f(t(200, dtype=torch.uint8), 2),
    ],
    "div": [*binary(), lambda f: f(odd(), odd().flip(0)), lambda f: f(t(1, -1, 0), 0)],
    "floor_divide": [
        *binary()[:4],
        *binary()[8:10],
        lambda f: f(t(-7, 7, -7, 7), t(2, -2, -2, 2)),
        lambda f: f(t(-7.5, 7.5), 2),
    ],
    "remainder": [*binary(), lambda f: f(t(-7, 7, -7, 7), t(2, -2, -2, 2)), lambda f: f(t(-7.5, 7.5), 2)],
    "pow": [
        *binary(),
        lambda f: f(r(3), 2),
        lambda f: f(u(3), -0.5),
        lambda f: f(i(-3, 4, 5), 3),
        lambda f: f(t(0.0, 2.0), t(0.0, -1.0)),
    ],
    "maximum": [*binary()[:3], *binary()[6:9], lambda f: f(odd(), odd().flip(0))],
    "minimum": [*binary()[:3], *binary()[6:9], lambda f: f(odd(), odd().flip(0))],
    **{name: comparing() for name in ("eq", "ne", "gt", "lt", "ge", "le")},
    "logical_and": [
        lambda f: f(b(3, 4), b(4)),
        lambda f: f(i(0, 2, 9), i(0, 3, 9)),
        lambda f: f(odd(), odd().flip(0)),
    ],
    "logical_or": [
        lambda f: f(b(3, 4), b(4)),
        lambda f: f(i(0, 2, 9), i(0, 3, 9)),
        lambda f: f(odd(), odd().flip(0)),
    ],
    "logical_not": [lambda f: f(b(3, 4)), lambda f: f(i(0, 2, 9)), lambda f: f(odd())],
    "addcmul": [lambda f: f(r(3, 4), r(4), r(3, 1)), lambda f: f(r(4), r(4), r(4), value=0.3)],
    "addcdiv": [lambda f: f(r(3, 4), r(4), r(3, 1)), lambda f: f(r(4), r(4), r(4), value=0.3)],
}

POINTWISE: dict[str, list[Case]] = {
    **{
        name: unary() for name in ("frac", "exp", "log", "log1p", "sin", "cos", "sqrt", "rsqrt", "reciprocal")
    },
    **{name: unary() + WHOLE for name in ("abs", "neg", "sign", "floor", "ceil", "trunc", "square")},
    "round": [*unary(), *WHOLE, *[lambda f, d=d: f(10 * r(4, 5), decimals=d) for d in (1, 2, -1)]],
    "clamp": [
        lambda f: f(r(3, 4), -0.5, 0.5),
        lambda f: f(r(3, 4), min=0),
        lambda f: f(r(3, 4), max=0.2),
        lambda f: f(r(3, 4), r(4), r(3, 1)),
        lambda f: f(r(5), 1, -1),
        lambda f: f(i(-4, 5, 6), -2, 2),
        lambda f: f(odd(), -1, 1),
        lambda f: f(i(-4, 5, 6), max=1.5),
    ],
    "where": [
        lambda f: f(b(3, 4), r(3, 4), r(3, 4)),
        lambda f: f(b(3, 1), r(4), 0.0),
        lambda f: f(b(4), 1.0, r(4)),
        lambda f: f(b(4), i(0, 5, 4), r(4)),
        lambda f: f(b(4), i(0, 5, 4), 0.5),
        lambda f: f(b(4), r(2, 1), r(1)),
        lambda f: f(b(3, 4)),
        lambda f: f(b(4), 1, 0),
        lambda f: f(b(4), 1.0, 0.0),
    ],
    "lerp": [
        lambda f: f(r(3, 4), r(3, 4), 0.3),
        lambda f: f(r(3, 4), r(4), r(3, 1)),
        lambda f: f(r(3), r(3), 1.0),
    ],
    **{name: [lambda f: f(odd()), lambda f: f(r(2, 3)), *WHOLE] for name in ("isnan", "isinf", "isfinite")},
    "isclose": [
        lambda f: f(t(1.0, 1.0, nan, inf, inf, 1.0, inf), t(1.0 + 1e-7, 1.1, nan, inf, -inf, inf, 1.0)),
        lambda f: f(t(1.0, nan, nan), t(1.1, nan, 1.0), rtol=0.2, equal_nan=True),
        lambda f: f(r(3, 1), r(4), atol=0.5),
    ],
    "nan_to_num": [
        lambda f: f(odd()),
        lambda f: f(odd().float()),
        lambda f: f(odd(), 1.0, 2.0, -3.0),
        lambda f: f(odd(), nan=7.0),
    ],
    "logit": [
        lambda f: f(u(3, 4)),
        lambda f: f(t(0.0, 1.0, 0.5)),
        lambda f: f(t(0.0, 1.0, 0.5), 0.1),
        lambda f: f(r(5), eps=1e-3),
    ],
}

SIMPLE = [
    *("sigmoid", "tanh", "gelu", "silu", "mish", "softplus", "leaky_relu", "elu", "selu", "celu", "relu6"),
    *("hardtanh", "hardsigmoid", "hardswish", "logsigmoid", "softsign", "tanhshrink", "hardshrink", "softshrink"),
]  # fmt: skip
INPLACE = [
    *("relu", "silu", "mish", "leaky_relu", "elu", "selu", "celu", "relu6", "hardtanh", "hardsigmoid"),
    "hardswish",
]
SOFT: list[Case] = [
    *each_dim(2, 3, 4),
    lambda f: f(1000 * r(3, 4), dim=1),
    lambda f: f(r(3, 4), 1, dtype=torch.float32),
    lambda f: f(t(-inf, 0.0, 1.0), 0),
    lambda f: f(i(0, 5, 3, 4), dim=0, dtype=torch.float64),
]
ACTIVATIONS: dict[str, list[Case]] = {
    **dict.fromkeys(SIMPLE, ACTIVATION),
    "relu": [*ACTIVATION, lambda f: f(odd()), *WHOLE],
    "softmax": SOFT,
    "log_softmax": SOFT,
    "softmin": SOFT[:-1],
    "prelu": [
        lambda f: f(r(4, 3), t(0.2).double()),
        lambda f: f(r(2, 3, 4), r(3)),
        lambda f: f(r(5), t(0.2).double()),
    ],
    "threshold": [lambda f: f(r(3, 4), 0.1, 20.0), lambda f: f(r(3, 4), threshold=-1, value=0)],
    "glu": [lambda f: f(r(3, 4)), lambda f: f(r(3, 4, 2), dim=1), lambda f: f(r(4, 3), 0)],
}

LOSSES: dict[str, list[Case]] = {
    "cross_entropy": [
        *CLASSES,
        *[lambda f, h=h: f(10 * r(5, 4), i(0, 4, 5), label_smoothing=0.1, reduction=h) for h in HOWS],
        *[
            lambda f, h=h: f(r(5, 4), t(0, 1, -100, 3, 2), u(4), label_smoothing=0.2, reduction=h)
            for h in HOWS
        ],
        *[lambda f, h=h: f(r(5, 4), chances(5, 4), reduction=h) for h in HOWS],
        *[lambda f, h=h: f(r(5, 4), chances(5, 4), u(4), label_smoothing=0.1, reduction=h) for h in HOWS],
        *[lambda f, h=h: f(r(2, 4, 3), chances(2, 4, 3, dim=1), u(4), reduction=h) for h in HOWS],
        lambda f: f(r(4), chances(4)),
        lambda f: f(t([1000.0, 0.0], [0.0, 1000.0]), t(1, 1)),
        lambda f: f(r(2, 4, 3, 2), i(0, 4, 2, 3, 2), u(4), label_smoothing=0.1),
    ],
    "nll_loss": CLASSES,
    "mse_loss": [*losses(), lambda f: f(r(3, 4), r(3, 4))],
    "l1_loss": losses(),
    "smooth_l1_loss": [
        *losses(),
        lambda f: f(3 * r(3, 4), r(3, 4), beta=0.5),
        lambda f: f(r(3), r(3), beta=0.0),
    ],
    "huber_loss": [*losses(), lambda f: f(3 * r(3, 4), r(3, 4), delta=0.5)],
    "binary_cross_entropy": [
        *losses(predict=u),
        lambda f: f(u(3, 4), b(3, 4).double(), u(3, 4)),
        lambda f: f(t(0.0, 1.0, 0.0, 1.0), t(0.0, 1.0, 1.0, 0.0)),
    ],
    "binary_cross_entropy_with_logits": [
        *losses(),
        lambda f: f(100 * r(3, 4), b(3, 4).double(), u(3, 4)),
        lambda f: f(r(3, 4), b(3, 4).double(), pos_weight=u(4)),
        lambda f: f(r(3, 4), u(3, 4), weight=u(4), pos_weight=3 * u(4), reduction="sum"),
    ],
    "kl_div": [
        *[
            lambda f, h=h: f(chances(4, 3).log(), chances(4, 3), reduction=h)
            for h in ("batchmean", "sum", "none")
        ],
        lambda f: f(chances(4, 3).log(), chances(4, 3).log(), log_target=True, reduction="sum"),
        lambda f: f(chances(1, 3).log(), t([0.0, 0.5, 0.5]).double(), reduction="batchmean"),
    ],
    "poisson_nll_loss": [*losses(), lambda f: f(u(4), i(0, 5, 4).double(), log_input=False)],
    "gaussian_nll_loss": [
        *[lambda f, h=h: f(r(4, 3), r(4, 3), u(4, 3), reduction=h) for h in HOWS],
        lambda f: f(r(4, 3), r(4, 3), u(4, 1)),
        lambda f: f(r(4, 3), r(4, 3), u(4)),
        lambda f: f(r(4, 3), r(4, 3), torch.zeros(4, 3).double(), eps=0.1),
    ],
    "margin_ranking_loss": [
        *[lambda f, h=h: f(r(5), r(5), signs(5), reduction=h) for h in HOWS],
        lambda f: f(r(5), r(5), signs(5), margin=0.5),
    ],
    "hinge_embedding_loss": [
        *[lambda f, h=h: f(3 * u(4, 3), signs(4, 3), reduction=h) for h in HOWS],
        lambda f: f(3 * u(5), signs(5), margin=0.5),
    ],
    "soft_margin_loss": [lambda f, h=h: f(r(4, 3), signs(4, 3), reduction=h) for h in HOWS],
    "cosine_embedding_loss": [
        *[lambda f, h=h: f(r(6, 3), r(6, 3), signs(6), reduction=h) for h in HOWS],
        lambda f: f(r(6, 3), r(6, 3), signs(6), margin=0.3),
    ],
    "triplet_margin_loss": [
        *[lambda f, h=h: f(r(6, 3), r(6, 3), r(6, 3), reduction=h) for h in HOWS],
        lambda f: f(r(6, 3), r(6, 3), r(6, 3), margin=0.5, p=1, swap=True),
    ],
}

RESHAPES: list[Case] = [
    lambda f: f(r(2, 6), (3, 4)),
    lambda f: f(r(2, 6), (-1,)),
    lambda f: f(r(2, 6), [2, -1, 3]),
    lambda f: f(r(1), ()),
    lambda f: f(r(), (1, 1)),
    lambda f: f(r(0, 3), (3, 0)),
    lambda f: f(r(4, 3)[1:3], (3, 2)),
]
NOT_A_ROW: list[Case] = [lambda f: f(r(3, 4).t(), (2, 6)), lambda f: f(gapped(2, 3), (6,))]
STARRED: list[Case] = [lambda f: f(r(2, 6), 3, 4), lambda f: f(r(2, 6), -1), lambda f: f(r(2, 6), 2, 3, -1)]
PERMUTES: list[Case] = [
    lambda f: f(r(2, 3, 4), (2, 0, 1)),
    lambda f: f(r(2, 3), (-1, 0)),
    lambda f: f(r(2, 3, 4).transpose(0, 1), (2, 1, 0)),
    lambda f: f(r(), ()),
]
STRETCH: list[Case] = [
    lambda f: f(r(3, 1), (3, 4)),
    lambda f: f(r(4), (2, 3, 4)),
    lambda f: f(r(3, 1), (2, -1, 5)),
    lambda f: f(r(), (2, 3)),
    lambda f: f(gapped(2, 3), (4, 2, 3)),
]
JOIN: list[Case] = [lambda f: f([r(2, 3), r(2, 3)]), lambda f: f((r(3), r(3), r(3)))]
SHAPING: dict[str, list[Case]] = {
    "reshape": RESHAPES + NOT_A_ROW,
    "view": RESHAPES + STARRED,
    "view_as": [lambda f: f(r(2, 6), r(3, 4)), lambda f: f(r(4), r(2, 2))],
    "flatten": [
        lambda f: f(r(2, 3, 4)),
        lambda f: f(r(2, 3, 4), 1),
        lambda f: f(r(2, 3, 4, 5), 1, -2),
        lambda f: f(r(2, 3, 4), end_dim=1),
        lambda f: f(r()),
        lambda f: f(gapped(2, 3)),
    ],
    "ravel": [lambda f: f(r(2, 3)), lambda f: f(r()), lambda f: f(r(2, 3).t())],
    "squeeze": [
        lambda f: f(r(1, 2, 1, 3)),
        lambda f: f(r(1, 2, 1), 0),
        lambda f: f(r(1, 2, 1), dim=-1),
        lambda f: f(r(1, 2, 1), 1),
        lambda f: f(r(1, 2, 1), (0, 1)),
        lambda f: f(r()),
        lambda f: f(r(), 0),
    ],
    "unsqueeze": [lambda f, d=d: f(r(2, 3), d) for d in (0, 1, 2, -1, -2, -3)] + [lambda f: f(r(), dim=0)],
    "transpose": [
        lambda f: f(r(2, 3, 4), 0, 2),
        lambda f: f(r(2, 3), -1, 0),
        lambda f: f(gapped(2, 3), 0, 1),
        lambda f: f(r(4, 3)[1:], 1, 0),
    ],
    "t": [lambda f: f(r(2, 3)), lambda f: f(r(3)), lambda f: f(r())],
    "permute": PERMUTES,
    "movedim": [
        lambda f: f(r(2, 3, 4), 0, 2),
        lambda f: f(r(2, 3, 4), -1, 0),
        lambda f: f(r(2, 3, 4, 5), (0, 1), (2, 0)),
        lambda f: f(r(2, 3, 4, 5), (3, 0), (-3, -1)),
    ],
    "expand": [*STRETCH, lambda f: f(r(3, 1), 3, 4), lambda f: f(r(1, 3), -1, -1)],
    "expand_as": [lambda f: f(r(3, 1), r(3, 4)), lambda f: f(r(4), r(2, 3, 4))],
    "broadcast_to": STRETCH,
    "broadcast_tensors": [
        lambda f: f(r(3, 1), r(4)),
        lambda f: f(r(2, 1, 3), r(5, 1), r()),
        lambda f: f(r(0, 1), r(3)),
    ],
    "cat": [
        *JOIN,
        lambda f: f([r(2, 3), r(2, 4)], dim=1),
        lambda f: f([r(2, 3), r(1, 3)], dim=-2),
        lambda f: f([r(2), i(0, 5, 3)]),
        lambda f: f([r(0), r(2, 3)], dim=1),
        lambda f: f([r(0), r(0)]),
    ],
    "stack": [
        *JOIN,
        lambda f: f([r(2, 3), r(2, 3)], dim=1),
        lambda f: f([r(2), r(2), r(2)], -1),
        lambda f: f([r(), r()]),
    ],
    "hstack": [*JOIN, lambda f: f([r(2), r(3)]), lambda f: f([r(), r()]), lambda f: f([r(2, 3), r(2, 1)])],
    "vstack": [*JOIN, lambda f: f([r(), r()]), lambda f: f([r(2, 3), r(3)])],
    "unbind": each_dim(2, 3, 4),
    "split": [
        lambda f: f(r(7, 2), 3),
        lambda f: f(r(2, 6), 2, dim=1),
        lambda f: f(r(2, 6), [1, 2, 3], -1),
        lambda f: f(r(0, 2), 3),
    ],
    "chunk": [
        lambda f: f(r(7, 2), 3),
        lambda f: f(r(2, 6), 4, dim=1),
        lambda f: f(r(3), 5),
        lambda f: f(r(6), 2, -1),
    ],
    "narrow": [lambda f: f(r(5, 4), 0, 1, 3), lambda f: f(r(5, 4), -1, 2, 2), lambda f: f(r(5), 0, 2, 0)],
    "select": [lambda f: f(r(5, 4), 0, 1), lambda f: f(r(5, 4), -1, -1), lambda f: f(r(3), 0, 2)],
    "repeat": [
        lambda f: f(r(2, 3), 2, 1),
        lambda f: f(r(2, 3), (4, 2, 3)),
        lambda f: f(r(3), 2, 2),
        lambda f: f(r(2, 3), 0, 2),
        lambda f: f(r(), 3),
    ],
    "tile": [lambda f: f(r(2, 3), (2,)), lambda f: f(r(2, 3), (2, 2)), lambda f: f(r(3), (2, 1, 2))],
    "repeat_interleave": [
        lambda f: f(r(3), 2),
        lambda f: f(r(2, 3), 2),
        lambda f: f(r(2, 3), 2, dim=1),
        lambda f: f(r(2, 3), t(1, 2), dim=0),
        lambda f: f(r(3), t(0, 2, 1), dim=0),
        lambda f: f(r(3), t(2), dim=0),
    ],
    "flip": [
        lambda f: f(r(2, 3), (0,)),
        lambda f: f(r(2, 3, 4), (0, 2)),
        lambda f: f(r(3), [-1]),
        lambda f: f(r(0), (0,)),
    ],
    "roll": [
        lambda f: f(r(5), 2),
        lambda f: f(r(3, 4), 1),
        lambda f: f(r(3, 4), -1, 1),
        lambda f: f(r(3, 4), (1, 5), (0, -1)),
        lambda f: f(r(3, 4), shifts=2, dims=0),
    ],
    "meshgrid": [
        lambda f: f(r(2), r(3), indexing="ij"),
        lambda f: f(r(2), r(3), r(4), indexing="ij"),
        lambda f: f(r(2), indexing="ij"),
    ],
    "unfold": [lambda f: f(r(7), 0, 3, 2), lambda f: f(r(2, 6, 3), 1, 2, 1), lambda f: f(r(2, 6), -1, 3, 3)],
}

TRIANGLE: list[Case] = [lambda f, k=k: f(r(3, 4), k) for k in (-3, -1, 0, 1, 4)] + [
    lambda f: f(r(2, 4, 3), diagonal=1),
    lambda f: f(b(3, 3)),
    lambda f: f(i(1, 9, 3, 3)),
]
INDEXING: dict[str, list[Case]] = {
    "gather": [
        lambda f: f(r(3, 4), 1, i(0, 4, 3, 2)),
        lambda f: f(r(3, 4), 0, i(0, 3, 5, 4)),
        lambda f: f(r(3, 4), -1, i(0, 4, 2, 6)),
        lambda f: f(r(2, 3, 4), 1, i(0, 3, 2, 5, 4)),
        lambda f: f(r(4), 0, i(0, 4, 7)),
        lambda f: f(b(3, 4), 1, i(0, 4, 3, 1)),
    ],
    "scatter": [
        lambda f: f(torch.zeros(3, 5).double(), 1, t([0], [2], [4]), r(3, 1)),
        lambda f: f(r(3, 5), 1, t([0, 1], [2, 0], [4, 3]), 7.0),
        lambda f: f(r(3, 4), 0, t([0, 1, 2, 0]), r(2, 4)),
        lambda f: f(i(0, 5, 4), -1, t(3, 1), 9),
    ],
    "scatter_add": [
        lambda f: f(torch.zeros(3, 5).double(), 1, i(0, 5, 3, 4), r(3, 4)),
        lambda f: f(r(4), 0, t(1, 1, 3), r(3)),
        lambda f: f(r(3, 4), 0, i(0, 3, 2, 4), r(2, 4)),
        lambda f: f(r(3, 4), -1, i(0, 4, 3, 2), r(3, 2)),
    ],
    "index_select": [
        lambda f: f(r(3, 4), 0, t(2, 0, 0)),
        lambda f: f(r(3, 4), 1, t(3)),
        lambda f: f(r(2, 3, 4), -2, t(1, 1, 0)),
        lambda f: f(r(3), 0, i(0, 3, 0)),
    ],
    "index_add": [
        lambda f: f(r(3, 4), 0, t(2, 0, 2), r(3, 4)),
        lambda f: f(r(3, 4), 1, t(1, 1), r(3, 2), alpha=0.5),
    ],
    "masked_select": [
        lambda f: f(r(3, 4), b(3, 4)),
        lambda f: f(r(3, 4), b(4)),
        lambda f: f(r(3), b(2, 1)),
        lambda f: f(r(3), t(False, False, False)),
    ],
    "masked_fill": [
        lambda f: f(r(3, 4), b(3, 4), -inf),
        lambda f: f(r(3, 4), b(3, 1), 0),
        lambda f: f(i(0, 5, 4), b(2, 4), 7),
        lambda f: f(r(3, dtype=torch.float32), b(3), torch.tensor(2.0)),
    ],
    "take": [lambda f: f(r(3, 4), i(0, 12, 2, 5)), lambda f: f(r(3, 4), t(-1, 0))],
    "take_along_dim": [
        lambda f: f(r(3, 4), i(0, 4, 3, 2), dim=1),
        lambda f: f(r(3, 4), i(0, 3, 1, 4), 0),
        lambda f: f(r(3, 1, 4), i(0, 4, 1, 5, 2), -1),
        lambda f: f(r(3, 4), i(0, 12, 5)),
    ],
    "tril": TRIANGLE,
    "triu": TRIANGLE,
    "diag": [lambda f, k=k, s=s: f(r(*s), k) for s in ((3,), (3, 4), (4, 2)) for k in (-2, -1, 0, 1)],
    "diagonal": [
        *[lambda f, k=k: f(r(3, 4), k) for k in (-4, -3, -1, 0, 2, 4)],
        lambda f: f(r(2, 3, 4), 1, dim1=-2, dim2=-1),
        lambda f: f(r(2, 3, 4), 0, 2, 0),
        lambda f: f(r(2, 3, 4)),
    ],
    "rot90": [lambda f, k=k: f(r(2, 3), k) for k in (-1, 0, 1, 2, 3, 4)]
    + [lambda f: f(r(2, 3, 4), 1, (1, 2)), lambda f: f(r(2, 3, 4), 1, (2, 0))],
    "one_hot": [
        lambda f: f(i(0, 4, 5)),
        lambda f: f(i(0, 4, 2, 3), 6),
        lambda f: f(torch.tensor(2), num_classes=4),
    ],
}

SHAPES: list[Case] = [
    lambda f: f(2, 3),
    lambda f: f((2, 3)),
    lambda f: f([4], dtype=torch.int64),
    lambda f: f(0),
    lambda f: f(()),
    lambda f: f(2, dtype=torch.bool),
]
LIKES: list[Case] = [lambda f: f(r(2, 3)), lambda f: f(i(0, 5, 3)), lambda f: f(r(3), dtype=torch.int32)]
NEWS: list[Case] = [
    lambda f: f(r(2), 2, 3),
    lambda f: f(i(0, 5, 3), (2, 2)),
    lambda f: f(r(2), (2,), dtype=torch.bool),
]
PAIRED: list[Case] = [
    lambda f: in_place(f, r(3, 4), r(3, 4)),
    lambda f: in_place(f, r(3, 4), r(4)),
    lambda f: in_place(f, r(3), 2),
    lambda f: in_place(f, gapped(2, 3), 0.5),
]
THIRDS: list[Case] = [
    lambda f: in_place(f, r(3, 4), r(4), r(3, 1)),
    lambda f: in_place(f, r(4), r(4), r(4), value=-0.1),
]
MAKING: dict[str, list[Case]] = {
    "zeros": SHAPES,
    "ones": SHAPES,
    "full": [
        lambda f: f((2, 3), 7),
        lambda f: f((2,), 0.5),
        lambda f: f((2,), True),
        lambda f: f([3], 7, dtype=torch.float64),
        lambda f: f((), 1.0),
    ],
    "zeros_like": LIKES,
    "ones_like": LIKES,
    "full_like": [
        lambda f: f(r(2, 3), 7),
        lambda f: f(i(0, 5, 3), 2),
        lambda f: f(r(3), 2, dtype=torch.int32),
    ],
    "new_zeros": NEWS,
    "new_ones": NEWS,
    "new_full": [lambda f: f(r(2), (2, 3), 7), lambda f: f(i(0, 5, 3), (2,), 3, dtype=torch.float64)],
    "arange": [
        lambda f: f(5),
        lambda f: f(2, 8),
        lambda f: f(2, 9, 3),
        lambda f: f(9, 2, -2),
        lambda f: f(0, 1, 0.3),
        lambda f: f(2.5),
        lambda f: f(4, dtype=torch.float64),
        lambda f: f(3, 3),
        lambda f: f(0, 1, step=0.25),
    ],
    "linspace": [
        lambda f: f(0, 1, 5),
        lambda f: f(3, -3, steps=7),
        lambda f: f(2, 5, 1),
        lambda f: f(2, 5, 0),
        lambda f: f(0, 1, 4, dtype=torch.float64),
    ],
    "logspace": [
        lambda f: f(0, 3, 4),
        lambda f: f(-2, 2, steps=5, base=2.0),
        lambda f: f(1, 2, 1, dtype=torch.float64),
    ],
    "eye": [lambda f: f(3), lambda f: f(2, 4), lambda f: f(4, 2, dtype=torch.int64), lambda f: f(0)],
    "zero_": [
        lambda f: in_place(f, r(2, 3)),
        lambda f: in_place(f, r()),
        lambda f: in_place(f, gapped(2, 3)),
    ],
    "fill_": [
        lambda f: in_place(f, r(2, 3), 0.5),
        lambda f: in_place(f, i(0, 5, 4), 3),
        lambda f: in_place(f, r(4), torch.tensor(2.0)),
    ],
    "copy_": [
        lambda f: in_place(f, r(2, 3), r(2, 3)),
        lambda f: in_place(f, r(2, 3), i(0, 5, 3)),
        lambda f: in_place(f, i(0, 5, 3), 3 * r(3)),
    ],
    "fill_diagonal_": [
        lambda f: in_place(f, r(3, 4), 7),
        lambda f: in_place(f, r(4, 3), 0.5),
        lambda f: in_place(f, r(3, 3, 3), 1),
    ],
    "masked_fill_": [
        lambda f: in_place(f, r(3, 4), b(3, 4), -inf),
        lambda f: in_place(f, i(0, 5, 3, 4), b(4), 7),
    ],
    "add_": PAIRED,
    "sub_": PAIRED,
    "mul_": PAIRED,
    "div_": [*PAIRED, lambda f: in_place(f, 5 * r(4), 2, rounding_mode="floor")],
    "lerp_": [lambda f: in_place(f, r(3, 4), r(3, 4), 0.3), lambda f: in_place(f, r(3, 4), r(4), r(3, 1))],
    "addcmul_": THIRDS,
    "addcdiv_": THIRDS,
    "clamp_": [
        lambda f: in_place(f, r(3, 4), -0.5, 0.5),
        lambda f: in_place(f, r(3, 4), min=0),
        lambda f: in_place(f, r(4), max=0.1),
    ],
}


def normed(f: Callable[..., Any], *shape: int, stats: bool = True, **kwargs: Any) -> Any:
    """A batch norm, and what it leaves in the running statistics."""
    mean, var = (r(shape[1]), u(shape[1]) + 0.5) if stats else (None, None)
    return f(r(*shape), mean, var, **kwargs), mean, var


def cell(f: Callable[..., Any], gates: int, bias: bool) -> Any:
    x, h, c = r(3, 4), r(3, 5), r(3, 5)
    weights = [r(gates * 5, 4), r(gates * 5, 5), *([r(gates * 5), r(gates * 5)] if bias else [])]
    return f(x, (h, c) if gates == 4 else h, *weights)


LAYERS: dict[str, list[Case]] = {
    "linear": [
        lambda f: f(r(3, 4), r(5, 4), r(5)),
        lambda f: f(r(2, 3, 4), r(5, 4)),
        lambda f: f(r(4), r(5, 4), bias=r(5)),
        lambda f: f(r(4), r(4)),
    ],
    "bilinear": [
        lambda f: f(r(3, 4), r(3, 5), r(2, 4, 5), r(2)),
        lambda f: f(r(2, 3, 4), r(2, 3, 5), r(2, 4, 5)),
    ],
    "batch_norm": [
        lambda f, s=s, k=k: normed(f, *s, **k)
        for s in ((6, 3), (4, 3, 5), (2, 3, 4, 5))
        for k in (
            {},
            {"training": True},
            {"training": True, "momentum": 0.3, "eps": 0.1},
            {"training": True, "stats": False},
        )
    ]
    + [
        lambda f: normed(f, 2, 3, 4, 5, weight=r(3), bias=r(3)),
        lambda f: normed(f, 6, 3, weight=r(3), training=True),
    ],
    "layer_norm": [
        lambda f: f(r(3, 4), (4,)),
        lambda f: f(r(2, 3, 4), (3, 4), r(3, 4), r(3, 4)),
        lambda f: f(r(3, 4), [4], weight=r(4), eps=0.1),
    ],
    "group_norm": [
        lambda f: f(r(2, 6, 4, 5), 3),
        lambda f: f(r(2, 6), 2, r(6), r(6)),
        lambda f: f(r(2, 4, 3), 4, eps=0.1),
    ],
    "instance_norm": [lambda f: f(r(2, 3, 4, 5)), lambda f: f(r(2, 3, 4), weight=r(3), bias=r(3), eps=0.1)],
    "rms_norm": [lambda f: f(r(3, 4), (4,)), lambda f: f(r(2, 3, 4), (3, 4), r(3, 4), 0.1)],
    "normalize": [
        lambda f: f(r(3, 4)),
        lambda f: f(r(3, 4), p=1, dim=0),
        lambda f: f(r(2, 3, 4), dim=(0, 1)),
        lambda f: f(torch.zeros(2, 3)),
        lambda f: f(r(2, 3), eps=5.0),
    ],
    "embedding": [
        lambda f: f(i(0, 7, 2, 3), r(7, 4)),
        lambda f: f(i(0, 7, 5), r(7, 4), padding_idx=2),
        lambda f: f(t(3)[0], r(7, 4)),
    ],
    "embedding_bag": [lambda f, m=m: f(i(0, 7, 2, 3), r(7, 4), mode=m) for m in ("mean", "sum", "max")]
    + [lambda f: f(i(0, 7, 2, 3), r(7, 4))],
    **{
        name: [lambda f, g=g: cell(f, g, True), lambda f, g=g: cell(f, g, False)]
        for name, g in {"rnn_tanh_cell": 1, "rnn_relu_cell": 1, "lstm_cell": 4, "gru_cell": 3}.items()
    },
    "scaled_dot_product_attention": [
        lambda f: f(r(2, 3, 4), r(2, 5, 4), r(2, 5, 6)),
        lambda f: f(r(2, 2, 5, 4), r(2, 2, 5, 4), r(2, 2, 5, 4), is_causal=True),
        lambda f: f(r(3, 4), r(5, 4), r(5, 4), attn_mask=r(3, 5)),
        lambda f: f(r(2, 3, 4), r(2, 5, 4), r(2, 5, 4), attn_mask=b(3, 5) | (torch.arange(5) == 0)),
        lambda f: f(r(3, 4), r(5, 4), r(5, 4), scale=0.3),
        lambda f: f(r(2, 3, 4), r(2, 5, 4), r(2, 5, 4), is_causal=True),
    ],
}

CONVOLUTION: dict[str, list[Case]] = {
    "conv1d": [
        lambda f: f(r(2, 3, 8), r(4, 3, 3), r(4)),
        lambda f: f(r(2, 3, 8), r(4, 3, 2), stride=2, padding=1),
        lambda f: f(r(2, 3, 9), r(4, 3, 3), None, (2,), (2,), (2,)),
        lambda f: f(r(1, 1, 3), r(1, 1, 3)),
    ],
    "conv2d": [
        lambda f: f(r(2, 3, 6, 7), r(4, 3, 3, 3), r(4)),
        lambda f: f(r(2, 3, 6, 7), r(4, 3, 3, 2), stride=2, padding=1),
        lambda f: f(r(2, 3, 7, 8), r(4, 3, 2, 3), r(4), (2, 1), (0, 2), (2, 3)),
        lambda f: f(r(2, 4, 5, 5), r(6, 2, 3, 3), r(6), groups=2),
        lambda f: f(r(2, 3, 5, 5), r(3, 1, 3, 3), padding=1, groups=3),
        lambda f: f(r(1, 1, 3, 3), r(1, 1, 3, 3)),
        lambda f: f(r(1, 2, 3, 4), r(5, 2, 1, 1)),
    ],
    "conv_transpose2d": [
        lambda f: f(r(2, 3, 4, 5), r(3, 2, 3, 3), r(2)),
        lambda f: f(r(2, 3, 4, 5), r(3, 2, 2, 3), stride=2, padding=1, output_padding=1),
        lambda f: f(r(1, 1, 2, 3), r(1, 2, 2, 2), None, (2, 1), (1, 0)),
    ],
    "max_pool1d": [
        lambda f: f(r(2, 3, 8), 2),
        lambda f: f(r(2, 3, 9), 3, 2, 1),
        lambda f: f(r(2, 3, 9), 2, 1, dilation=3),
        lambda f: f(r(3, 7), (3,), stride=(2,)),
    ],
    "max_pool2d": [
        lambda f: f(r(2, 3, 6, 7), 2),
        lambda f: f(r(2, 3, 6, 7), 3, stride=2, padding=1),
        lambda f: f(r(2, 3, 6, 9), (2, 3), (1, 2), (1, 0), (2, 3)),
        lambda f: f(r(3, 5, 5), (3, 2)),
    ],
    "avg_pool1d": [
        lambda f: f(r(2, 3, 8), 2),
        lambda f: f(r(2, 3, 9), 3, 2, 1),
        lambda f: f(r(3, 7), (3,), stride=(1,)),
    ],
    "avg_pool2d": [
        lambda f: f(r(2, 3, 6, 7), 2),
        lambda f: f(r(2, 3, 6, 7), 3, stride=2, padding=1),
        lambda f: f(r(3, 6, 9), (2, 3), (1, 2), (1, 0)),
    ],
    "adaptive_avg_pool1d": [lambda f, n=n: f(r(2, 3, 7), n) for n in (1, 2, 3, 7, 9)]
    + [lambda f: f(r(2, 7), [3])],
    "adaptive_avg_pool2d": [
        *[lambda f, n=n: f(r(2, 3, 7, 5), n) for n in (1, 2, (3, 4), (7, 5), (None, 2), (8, 9))],
        lambda f: f(r(3, 6, 6), 4),
    ],
    "adaptive_max_pool2d": [
        *[lambda f, n=n: f(r(2, 3, 7, 5), n) for n in (1, 2, (3, 4), (7, 5), (None, 2))],
        lambda f: f(r(3, 6, 6), 4),
    ],
    "pad": [
        lambda f: f(r(2, 3), (1, 2)),
        lambda f: f(r(2, 3, 4), (1, 0, 2, 3), value=7.0),
        lambda f: f(r(2, 3, 4), (0, 0, 0, 0, 1, 1)),
        lambda f: f(r(2, 5), (-1, 2)),
        lambda f: f(r(2, 5), (-1, -2)),
        lambda f: f(i(0, 5, 2, 3), (1, 1), value=9),
        *[
            lambda f, m=m: f(r(2, 3, 4, 5), (1, 2, 3, 0), mode=m)
            for m in ("reflect", "replicate", "circular")
        ],
        *[lambda f, m=m: f(r(2, 3, 4), (2, 1), m) for m in ("reflect", "replicate", "circular")],
    ],
    "interpolate": [
        lambda f: f(r(2, 3, 4, 5), scale_factor=2),
        lambda f: f(r(2, 3, 4, 5), size=(3, 7)),
        lambda f: f(r(2, 3, 4, 5), 6),
        lambda f: f(r(2, 3, 4, 5), scale_factor=(0.5, 1.5)),
        lambda f: f(r(2, 3, 7), size=4),
        lambda f: f(r(1, 2, 3, 4, 5), size=(2, 5, 3)),
        lambda f: f(r(2, 3, 7), scale_factor=1.7),
    ],
    "unfold": [
        lambda f: f(r(2, 3, 5, 6), 3),
        lambda f: f(r(2, 3, 5, 6), (2, 3), padding=1, stride=2),
        lambda f: f(r(2, 1, 5, 6), (2, 3), 1, (0, 1), (1, 2)),
    ],
    "pixel_shuffle": [
        lambda f: f(r(2, 12, 3, 4), 2),
        lambda f: f(r(9, 2, 2), 3),
        lambda f: f(r(2, 8, 2, 3), upscale_factor=2),
    ],
    "pixel_unshuffle": [lambda f: f(r(2, 3, 4, 6), 2), lambda f: f(r(2, 3, 6), 3)],
}

CASES = {
    "products": PRODUCTS, "reductions": REDUCTIONS, "statistics": STATISTICS, "ordering": ORDERING,
    "arithmetic": ARITHMETIC, "pointwise": POINTWISE, "activations": ACTIVATIONS, "losses": LOSSES,
    "shaping": SHAPING, "indexing": INDEXING, "making": MAKING, "layers": LAYERS, "convolution": CONVOLUTION,
}  # fmt: skip

# What only one of the names knows: a method takes other arguments than the function.
F = "torch.nn.functional."
EXTRA: dict[str, list[Case]] = {
    "torch.add": [lambda f: f(r(3, 4), r(4), alpha=0.5), lambda f: f(i(0, 5, 3), i(0, 5, 3), alpha=2)],
    "torch.sub": [lambda f: f(r(3, 4), r(4), alpha=0.5), lambda f: f(i(0, 5, 3), i(0, 5, 3), alpha=2)],
    "torch.div": [
        lambda f, m=m, w=w: f(i(-9, 10, 6) if w else 9 * r(6), 2, rounding_mode=m)
        for m in ("floor", "trunc")
        for w in (False, True)
    ],
    "torch.Tensor.add_": [lambda f: in_place(f, r(3, 4), r(4), alpha=0.5)],
    "torch.Tensor.sub_": [lambda f: in_place(f, r(3, 4), r(4), alpha=0.5)],
    "torch.Tensor.reshape": STARRED,
    "torch.Tensor.permute": [lambda f: f(r(2, 3, 4), 2, 0, 1)],
    "torch.Tensor.flip": [lambda f: f(r(2, 3), 0, 1)],
    "torch.Tensor.tile": [lambda f: f(r(2, 3), 2, 2)],
    "torch.nonzero": [lambda f: f(i(0, 2, 3, 4), as_tuple=True)],
    F + "gelu": [lambda f: f(r(3, 4), approximate="tanh")],
    F + "softplus": [lambda f: f(r(3, 4), beta=2.0), lambda f: f(5 * r(9), 1.0, 2.0)],
    F + "leaky_relu": [lambda f: f(r(3, 4), 0.3)],
    F + "elu": [lambda f: f(r(3, 4), alpha=0.3)],
    F + "celu": [lambda f: f(r(3, 4), alpha=0.3)],
    F + "hardtanh": [lambda f: f(r(3, 4), -0.2, 0.4)],
    F + "hardshrink": [lambda f: f(r(3, 4), 0.2)],
    F + "softshrink": [lambda f: f(r(3, 4), 0.2)],
    F + "threshold": [lambda f: in_place(f, r(3, 4), 0.1, 5.0, inplace=True)],
}

# What the common cases do not tell apart.
MORE: dict[str, list[Case]] = {
    "torch.exp": [lambda f: f(t(709.5, 709.9, -745.0, dtype=torch.float64)), lambda f: f(i(0, 5, 3))],
    "torch.log1p": [lambda f: f(t(-1.0, -2.0, 1e-20))],
    "torch.pow": [lambda f: f(i(-3, 4, 5), 0), lambda f: f(i(1, 4, 3), i(0, 3, 3))],
    "torch.isclose": [lambda f: f(t(1.0, 2.0), t(1.5, 2.0), rtol=0.0, atol=0.5)],
    "torch.allclose": [lambda f: f(t(1.0, 2.0), t(1.5, 2.0), rtol=0.0, atol=0.5)],
    "torch.norm": [lambda f: f(i(0, 2, 3, 4).double(), 0), lambda f: f(i(0, 2, 3, 4).double(), 0, dim=1)],
    "torch.cov": [lambda f: f(r(3, 1))],
    "torch.histc": [lambda f: f(t(1.0, 1.0), 10)],
    "torch.linspace": [lambda f: f(1, 4, 2)],
    "torch.logspace": [lambda f: f(1, 4, 2)],
    "torch.prelu": [lambda f: f(r(4, 3), r(3))],
    "torch.pixel_shuffle": [lambda f: f(r(18, 2, 2), 3)],
    "torch.conv_transpose2d": [lambda f: f(r(1, 2, 3, 3), r(2, 1, 2, 2), dilation=(1, 1))],
    F + "unfold": [lambda f: f(r(2, 1, 5, 6), 2, (1, 1))],
    F + "group_norm": [lambda f: f(r(2, 6, 4, 5), 3, r(6), r(6))],
    F + "glu": [lambda f: f(r(3, 6))],
    F + "poisson_nll_loss": [lambda f: f(u(4), i(0, 5, 4).double(), log_input=False, eps=0.1)],
    F + "softplus": [lambda f: f(5 * r(20), beta=4.0, threshold=2.0)],
    F + "threshold": [lambda f: f(t(0.5, 1.0, 2.0), 1.0, 9.0)],
}
for public, cases in MORE.items():
    EXTRA.setdefault(public, []).extend(cases)
for name in INPLACE:
    EXTRA.setdefault(F + name, []).append(lambda f: in_place(f, r(3, 4), inplace=True))

RANDOM = {
    "torch.rand", "torch.randn", "torch.rand_like", "torch.randn_like", "torch.randperm", "torch.normal",
    "torch.bernoulli", "torch.multinomial", "torch.Tensor.uniform_", "torch.Tensor.normal_",
    "torch.Tensor.bernoulli_", F + "dropout", F + "dropout2d",
}  # fmt: skip


def cases_of(public: str) -> list[Case]:
    module, local = NAMES[public]
    common = CASES[module.__name__.rsplit(".", 1)[-1]].get(local, [])
    first = next(name for name, where in NAMES.items() if where == NAMES[public])
    some = common if public == first else common[::2]  # another name of the same: what has been compared
    return some + EXTRA.get(public, [])


def same(actual: Any, expected: Any) -> None:
    if isinstance(expected, tuple | list):
        assert isinstance(actual, tuple | list)
        assert len(actual) == len(expected)
        for one, other in zip(actual, expected, strict=True):
            same(one, other)
    elif isinstance(expected, Tensor):
        assert isinstance(actual, Tensor)
        alike = (actual.shape, actual.dtype) == (expected.shape, expected.dtype)
        if not (alike and torch.equal(actual, expected)):  # which is much faster
            torch.testing.assert_close(actual, expected, equal_nan=True)
    else:
        assert type(actual) is type(expected)
        assert actual == expected


def compared(public: str, case: Case, seed: int) -> None:
    torch.manual_seed(seed)
    expected = case(real(public))
    torch.manual_seed(seed)
    same(case(ours(public)), expected)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("public", NAMES)
def test_a_reference_gives_what_torch_gives(public):
    for number, case in enumerate(cases_of(public)):
        try:
            compared(public, case, seed=number)
        except Exception as error:
            error.add_note(f"{public}, case {number}")
            raise


def test_the_names_are_torch_s_and_something_is_compared():
    for public in NAMES:
        assert callable(real(public)), public
        assert callable(ours(public)), public
        assert cases_of(public) or public in RANDOM, public


def test_every_case_and_every_function_belongs_to_a_name():
    for module in MODULES:
        stem = module.__name__.rsplit(".", 1)[-1]
        functions = {
            name for name, one in vars(module).items()
            if inspect.isfunction(one) and one.__module__ == module.__name__ and not name.startswith("_")
        }  # fmt: skip
        assert functions == set(module.IMPLEMENTS.values())
        assert set(CASES[stem]) <= functions
    assert set(EXTRA) | RANDOM <= set(NAMES)
    assert len(NAMES) == sum(len(module.IMPLEMENTS) for module in MODULES)  # no name twice


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rsplit(".", 1)[-1])
def test_a_reference_can_be_read(module):
    text = Path(module.__file__).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 350
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef):
            doc = ast.get_docstring(node)
            assert doc
            assert "\n" not in doc
            assert doc.endswith(".")
            assert node.end_lineno - node.body[0].end_lineno <= 22, node.name
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "IMPLEMENTS":
            assert ast.literal_eval(node.value) == module.IMPLEMENTS


@pytest.mark.parametrize(
    ("public", "case"),
    [
        ("torch.mean", lambda f: f(t(1, 2))),
        ("torch.mm", lambda f: f(r(2, 3), r(2, 3))),
        ("torch.mm", lambda f: f(r(2, 1), r(2, 3))),
        ("torch.matmul", lambda f: f(r(2, 1), r(2, 3))),
        ("torch.matmul", lambda f: f(r(2, 3), r(1, 3))),
        ("torch.bmm", lambda f: f(r(1, 2, 3), r(2, 3, 2))),
        ("torch.dot", lambda f: f(r(2, 1), r(2))),
        ("torch.outer", lambda f: f(r(2, 1), r(2))),
        ("torch.reshape", lambda f: f(r(2, 3), (4, 2))),
        ("torch.reshape", lambda f: f(r(2, 3), (-1, 4))),
        ("torch.Tensor.view", lambda f: f(r(2, 3), 5)),
        ("torch.t", lambda f: f(r(2, 3, 4))),
        ("torch.permute", lambda f: f(r(2, 3), (0, 0))),
        ("torch.Tensor.expand", lambda f: f(r(2), 3)),
        ("torch.broadcast_tensors", lambda f: f(r(2), r(3))),
        ("torch.stack", lambda f: f([r(2), r(3)])),
        ("torch.cat", lambda f: f([r(2, 2), r(3, 3)])),
        ("torch.split", lambda f: f(r(5), [2, 2])),
        ("torch.add", lambda f: f(r(2), r(3))),
        ("torch.pow", lambda f: f(t(1, 2), -1)),
        ("torch.clamp", lambda f: f(r(2))),
        ("torch.div", lambda f: f(r(2), 2, rounding_mode="up")),
        (F + "one_hot", lambda f: f(t(0, 3), 3)),
        (F + "one_hot", lambda f: f(t(0, -5), 3)),
        (F + "dropout", lambda f: f(r(2), p=1.5)),
        (F + "mse_loss", lambda f: f(r(2), r(2), reduction="average")),
        (F + "interpolate", lambda f: f(r(1, 2, 3))),
    ],
)
def test_what_torch_refuses_is_refused(public, case):
    for function in (real(public), ours(public)):
        with pytest.raises((RuntimeError, ValueError, TypeError)):
            case(function)


@pytest.mark.parametrize(
    ("public", "case"),
    [
        ("torch.einsum", lambda f: f("...i,i->...", r(2, 3), r(3))),
        ("torch.einsum", lambda f: f("ii->i", r(3, 3))),
        ("torch.quantile", lambda f: f(r(3), 0.5, interpolation="lower")),
        ("torch.norm", lambda f: f(r(3, 3), "nuc")),
        ("torch.unique", lambda f: f(r(3, 3), dim=0)),
        ("torch.unique_consecutive", lambda f: f(r(3, 3), dim=0)),
        ("torch.meshgrid", lambda f: f(r(2), r(3), indexing="xy")),
        ("torch.Tensor.view", lambda f: f(r(2), torch.int64)),
        ("torch.Tensor.fill_diagonal_", lambda f: f(r(5, 2), 1, wrap=True)),
        (F + "mse_loss", lambda f: f(r(3), r(3), weight=u(3))),
        (F + "l1_loss", lambda f: f(r(3), r(3), weight=u(3))),
        (F + "huber_loss", lambda f: f(r(3), r(3), weight=u(3))),
        (F + "poisson_nll_loss", lambda f: f(r(3), u(3), full=True)),
        (F + "gaussian_nll_loss", lambda f: f(r(3), r(3), u(3), full=True)),
        (F + "instance_norm", lambda f: f(r(2, 3, 4), r(3), u(3))),
        (F + "embedding", lambda f: f(t(1), r(3, 4), max_norm=1.0)),
        (F + "embedding_bag", lambda f: f(t(1, 2), r(3, 4), t(0, 1))),
        (F + "dropout2d", lambda f: f(r(3, 4))),
        (
            F + "scaled_dot_product_attention",
            lambda f: f(r(2, 3, 4), r(2, 3, 4), r(2, 3, 4), enable_gqa=True),
        ),
        (F + "conv1d", lambda f: f(r(1, 2, 5), r(2, 1, 3), groups=2)),
        (F + "conv2d", lambda f: f(r(1, 1, 5, 5), r(1, 1, 3, 3), padding="same")),
        (F + "conv_transpose2d", lambda f: f(r(1, 1, 5, 5), r(1, 1, 3, 3), dilation=2)),
        (F + "max_pool1d", lambda f: f(r(1, 1, 5), 2, ceil_mode=True)),
        (F + "max_pool2d", lambda f: f(r(1, 1, 5, 5), 2, ceil_mode=True)),
        (F + "max_pool2d", lambda f: f(r(1, 1, 5, 5), 2, return_indices=True)),
        (F + "avg_pool1d", lambda f: f(r(1, 1, 5), 2, ceil_mode=True)),
        (F + "avg_pool2d", lambda f: f(r(1, 1, 5, 5), 2, padding=1, count_include_pad=False)),
        (F + "adaptive_max_pool2d", lambda f: f(r(1, 1, 5, 5), 2, return_indices=True)),
        (F + "interpolate", lambda f: f(r(1, 1, 5, 5), 2, mode="bilinear")),
        (F + "unfold", lambda f: f(r(1, 1, 5, 5), 2, dilation=2)),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_what_is_left_out_says_so(public, case):
    case(real(public))  # torch can
    with pytest.raises(NotImplementedError):
        case(ours(public))


@pytest.mark.parametrize(
    "public",
    [
        "torch.Tensor.view",
        "torch.transpose",
        "torch.permute",
        "torch.Tensor.expand",
        "torch.narrow",
        "torch.select",
        "torch.unsqueeze",
        "torch.squeeze",
        "torch.t",
    ],
)
def test_a_view_shares_its_numbers(public):
    arguments = {"view": (6,), "transpose": (0, 1), "permute": ((1, 0),), "expand": (4, 2, 3), "narrow": (0, 1, 1),
                 "select": (0, 1), "unsqueeze": (0,), "squeeze": (), "t": ()}[public.rsplit(".", 1)[-1]]  # fmt: skip
    x = r(2, 3)
    seen, by_torch = ours(public)(x, *arguments), real(public)(x, *arguments)
    assert seen.stride() == by_torch.stride()
    assert seen.data_ptr() == by_torch.data_ptr()
    x.zero_()
    assert not seen.any()


# -- what is random: not the same numbers, but numbers of the same kind ----------------------------

MANY = 40_000


@pytest.fixture
def seeded():
    torch.manual_seed(3)


def described(x: Tensor) -> list[float]:
    return [
        x.double().mean().item(),
        x.double().std().item(),
        *x.double().quantile(torch.tensor([0.1, 0.5, 0.9]).double()).tolist(),
    ]


@pytest.mark.usefixtures("seeded")
@pytest.mark.parametrize(
    ("public", "case"),
    [
        ("torch.rand", lambda f: f(MANY)),
        ("torch.rand", lambda f: f((200, 200), dtype=torch.float64)),
        ("torch.rand_like", lambda f: f(torch.zeros(MANY))),
        ("torch.randn", lambda f: f(MANY)),
        ("torch.randn", lambda f: f((200, 200), dtype=torch.float64)),
        ("torch.randn_like", lambda f: f(torch.zeros(MANY))),
        ("torch.normal", lambda f: f(torch.full((MANY,), 5.0), 2.0)),
        ("torch.normal", lambda f: f(-1.0, 3.0, size=(MANY,))),
        ("torch.bernoulli", lambda f: f(torch.full((MANY,), 0.3))),
        ("torch.Tensor.bernoulli_", lambda f: in_place(f, torch.zeros(MANY), 0.3)),
        ("torch.Tensor.uniform_", lambda f: in_place(f, torch.zeros(MANY), -2, 3)),
        ("torch.Tensor.normal_", lambda f: in_place(f, torch.zeros(MANY), 3, 2)),
        (F + "dropout", lambda f: f(torch.ones(MANY), 0.3)),
        (F + "dropout", lambda f: f(torch.randn(MANY))),
        (F + "dropout", lambda f: f(torch.ones(MANY), 0.3, training=False)),
        (F + "dropout", lambda f: f(torch.ones(MANY), 1.0)),
        (F + "dropout", lambda f: in_place(f, torch.ones(MANY), 0.4, inplace=True)),
        (F + "dropout2d", lambda f: f(torch.ones(200, 200, 1, 2), 0.3)),
    ],
)
def test_random_numbers_are_of_the_same_kind(public, case):
    expected, actual = case(real(public)), case(ours(public))
    assert (actual.shape, actual.dtype) == (expected.shape, expected.dtype)
    spread = expected.std().item()
    assert described(actual.flatten()) == pytest.approx(
        described(expected.flatten()), abs=0.01 + 0.08 * spread
    )
    assert actual.min() >= expected.min() - spread
    assert actual.max() <= expected.max() + spread


@pytest.mark.usefixtures("seeded")
def test_a_dropped_channel_is_dropped_whole():
    out = ours(F + "dropout2d")(torch.ones(20, 20, 3, 3))
    assert ((out == 0).all(dim=(2, 3)) | (out == 2).all(dim=(2, 3))).all()


@pytest.mark.usefixtures("seeded")
def test_a_permutation_has_each_number_once_and_every_order():
    for n in (0, 1, 10):
        out = ours("torch.randperm")(n)
        assert out.dtype == torch.int64
        assert sorted(out.tolist()) == list(range(n))
    seen = [tuple(ours("torch.randperm")(3).tolist()) for _ in range(600)]
    assert all(60 < seen.count(order) < 150 for order in set(seen))
    assert len(set(seen)) == 6


@pytest.mark.usefixtures("seeded")
def test_draws_are_in_proportion():
    weights = torch.tensor([[1.0, 0.0, 3.0], [2.0, 2.0, 0.0]])
    out = ours("torch.multinomial")(weights, 1_000, replacement=True)
    assert out.shape == (2, 1_000)
    shares = torch.stack([(out == k).float().mean(dim=1) for k in range(3)], dim=1)
    torch.testing.assert_close(shares, weights / 4, atol=0.05, rtol=0)
    once = ours("torch.multinomial")(torch.tensor([1.0, 5.0, 0.0, 2.0]), 3)
    assert sorted(once.tolist()) == [0, 1, 3]


@pytest.mark.parametrize("name", ["batch_norm", "cross_entropy", "softmax", "embedding", "conv2d"])
def test_a_gradient_flows_as_through_torch(name):
    calls: dict[str, Callable[[Any, Tensor], Tensor]] = {
        "batch_norm": lambda f, x: (f(x, torch.zeros(4), torch.ones(4), training=True) ** 3).sum(),
        "cross_entropy": lambda f, x: f(x, t(0, 1, 2)),
        "softmax": lambda f, x: (f(x, dim=1) ** 2).sum(),
        "embedding": lambda f, x: (f(t(0, 1, 1, 2), x, padding_idx=0) ** 2).sum(),
        "conv2d": lambda f, x: (f(x[None, None], torch.ones(1, 1, 2, 2), padding=1) ** 2).sum(),
    }
    gradients = []
    for function in (real(F + name), ours(F + name)):
        torch.manual_seed(0)
        x = torch.randn(3, 4, requires_grad=True)
        calls[name](function, x).backward()
        gradients.append(x.grad)
    same(*gradients)
