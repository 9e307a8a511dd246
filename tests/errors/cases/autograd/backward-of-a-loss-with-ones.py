# rule: autograd_shapes.gradient_of_another_shape
# source: https://github.com/syfafterzy/PCB_RPP_for_reID/issues/16
# says: shape\s+\(\)
# says: loss\.backward\(\)
# %% before
import torch
loss = torch.rand(3, requires_grad=True).mean()
# %% fails
loss.backward(torch.ones(1))
# %% mended
loss.backward()
