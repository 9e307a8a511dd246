# rule: autograd_shapes.gradient_of_another_shape
# source: constructed
# says: torch\.autograd\.backward\(\[a,\s+b\],\s+retain_graph=True\)
# %% before
import torch
w = torch.rand(3, requires_grad=True)
a, b = w.sum(), (w ** 2).sum()
# %% fails
torch.autograd.backward([a, b], [torch.ones(1), torch.ones(1)], retain_graph=True)
# %% mended
torch.autograd.backward([a, b], retain_graph=True)
