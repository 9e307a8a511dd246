# rule: autograd_functions.function_called
# source: constructed
# says: Tripled\.apply\(rows\)
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


class Tripled(Function):
    def forward(ctx, given):
        return given * 3

    def backward(ctx, grad):
        return grad * 3


# %% fails
out = Tripled()(rows)
# %% mended
out = Tripled.apply(rows)
