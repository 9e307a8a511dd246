# rule: autograd_functions.function_made
# source: constructed
# says: no tensor
# says: out = Doubled\.apply\(rows\)\s+out\.sum\(\)\.backward\(\)
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
out = Doubled(rows)
out.sum().backward()
# %% mended
out = Doubled.apply(rows)
out.sum().backward()
