# rule: autograd_shapes.gradient_of_another_shape
# source: constructed
# says: grad_outputs=torch\.ones_like\(score\)
# %% before
import torch
from torch import nn
critic, x = nn.Linear(4, 1), torch.rand(3, 4, requires_grad=True)
# %% fails
score = critic(x).mean()
g = torch.autograd.grad(outputs=score, inputs=x, grad_outputs=torch.ones(3, 1))[0]
# %% mended
score = critic(x).mean()
g = torch.autograd.grad(outputs=score, inputs=x, grad_outputs=torch.ones_like(score))[0]
