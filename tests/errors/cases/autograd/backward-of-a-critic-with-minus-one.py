# rule: autograd_shapes.gradient_of_another_shape
# source: constructed
# says: err\.backward\(mone\.view_as\(err\)\)
# %% before
import torch
mone = torch.FloatTensor([1]) * -1
err = torch.rand(3, requires_grad=True).mean()
# %% fails
err.backward(mone)
# %% mended
err.backward(mone.view_as(err))
