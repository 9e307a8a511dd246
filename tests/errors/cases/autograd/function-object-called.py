# rule: autograd_functions.function_called
# source: discuss.pytorch.org: Legacy autograd function with non-static forward method is deprecated
# says: Doubled
# says: apply
# says: doubled = Doubled\.apply\s+total = doubled\(rows\)\.sum\(\)
# %% before
import torch
from torch.autograd import Function

rows = torch.randn(6, 4, requires_grad=True)


class Doubled(Function):
    @staticmethod
    def forward(ctx, given):
        ctx.save_for_backward(given)
        return given * 2

    @staticmethod
    def backward(ctx, grad):
        return grad * 2


# %% fails
doubled = Doubled()
total = doubled(rows).sum()
# %% mended
doubled = Doubled.apply
total = doubled(rows).sum()
