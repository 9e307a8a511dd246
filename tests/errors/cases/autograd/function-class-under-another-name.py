# rule: autograd_functions.function_made
# source: constructed
# says: doubled = Doubled\.apply\s+loss = doubled\(rows\)\.mean\(\)
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
doubled = Doubled
loss = doubled(rows).mean()
# %% mended
doubled = Doubled.apply
loss = doubled(rows).mean()
