# rule: optimizers_asked.hook_without_a_gradient
# source: constructed
# says: only\s+tensors\s+of\s+floats
# %% before
import torch
y = torch.tensor([1, 2])
# %% fails
y.register_hook(print)
