"""Square brackets in the place of a call's round ones. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

# What messages call functions; numpy's own are of types of their own.
FUNCTION_KINDS = (
    "function",
    "method",
    "builtin_function_or_method",
    "numpy._ArrayFunctionDispatcher",
    "numpy.ufunc",
)
# Methods that are always given something, although all of it has a default.
TAKES_FIRST = (
    "drop", "groupby", "head", "tail", "sample", "fillna", "dropna", "drop_duplicates", "rename", "nlargest", "merge",
    "round", "apply", "show_batch", "show_results", "fit_one_cycle", "fine_tune",
)  # fmt: skip
OF_ONE_LIST = ("sum", "sorted", "len", "any", "all", "set", "list", "tuple", "enumerate", "dict", "frozenset")
OF_ARRAYS = ("numpy", "torch")
SIZES = ("reshape", "view", "permute", "transpose", "expand", "repeat", "rand", "randn", "randint", "arange",
         "linspace", "where", "maximum", "minimum", "power", "add", "multiply", "matmul", "dot")  # fmt: skip


def in_parentheses(function: Any, index: ast.expr) -> str:
    """What stood in the square brackets, as a call takes it: one list for a function of one list."""
    if not isinstance(index, ast.Tuple):
        return _named(function, index)
    items = ", ".join(ast.unparse(one) for one in index.elts)
    name = str(getattr(function, "__name__", ""))
    module = str(getattr(function, "__module__", "") or type(function).__module__).partition(".")[0]
    takes_a_list = name in OF_ONE_LIST or (module in OF_ARRAYS and name not in SIZES)
    return f"[{items}]" if takes_a_list else items


def _named(function: Any, index: ast.expr) -> str:
    """`df.drop['a']` takes rows by itself: a column is named so."""
    text = ast.unparse(index)
    owner = getattr(function, "__self__", None)
    columns = list(getattr(owner, "columns", ())) if getattr(function, "__name__", "") == "drop" else []
    return f"columns={text}" if columns else text
