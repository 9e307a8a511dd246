# rule: autograd_functions.function_called
# source: https://github.com/thuml/MDD/issues/6
# says: written\s+for\s+PyTorch\s+before\s+1\.3
# says: GradReverse\.apply\(feat,\s+0\.5\)
# %% before
import torch
from torch.autograd import Function
feat = torch.randn(4, 8, requires_grad=True)
# %% fails
class GradReverse(Function):
    def __init__(self, lambd):
        self.lambd = lambd
    def forward(self, x):
        return x.view_as(x)
    def backward(self, grad_output):
        return grad_output * -self.lambd
out = GradReverse(0.5)(feat)
# %% mended
class GradReverse(Function):
    @staticmethod
    def forward(ctx, x, lambd):
        ctx.lambd = lambd
        return x.view_as(x)
    @staticmethod
    def backward(ctx, grad_output):
        return (grad_output * -ctx.lambd, None)
out = GradReverse.apply(feat, 0.5)
out.sum().backward()
