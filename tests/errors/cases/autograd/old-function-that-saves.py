# rule: autograd_functions.function_called
# source: constructed
# says: ctx\.save_for_backward\(input\)
# %% before
import torch
x = torch.randn(3, requires_grad=True)
# %% fails
class Binarize(torch.autograd.Function):
    def forward(self, input):
        self.save_for_backward(input)
        return input.sign()
    def backward(self, grad_output):
        input, = self.saved_tensors
        return grad_output * (input.abs() < 1)
binarize = Binarize()
y = binarize(x)
# %% mended
class Binarize(torch.autograd.Function):
    @staticmethod
    def forward(ctx, input):
        ctx.save_for_backward(input)
        return input.sign()
    @staticmethod
    def backward(ctx, grad_output):
        input, = ctx.saved_tensors
        return grad_output * (input.abs() < 1)
y = Binarize.apply(x)
y.sum().backward()
