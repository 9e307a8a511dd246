# rule: autograd_functions.function_called
# source: constructed
# says: out = Doubled\.apply\(rows\)
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
out = Doubled.apply()(rows)
# %% mended
out = Doubled.apply(rows)
