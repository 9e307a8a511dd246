# rule: optimizers_asked.hook_without_a_gradient
# source: constructed
# says: img\.requires_grad_\(\)
# %% before
import torch
img, grads = torch.rand(1, 3, 4, 4), []
# %% fails
handle = img.register_hook(grads.append)
# %% mended
img.requires_grad_()
handle = img.register_hook(grads.append)
