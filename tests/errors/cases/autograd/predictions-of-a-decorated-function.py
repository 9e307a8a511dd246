# rule: autograd_lost.gradients_are_off
# source: constructed
# says: predict is marked with @torch.inference_mode\(\)
# says: def predict\(xb\):
# %% before
import torch
from torch import nn
x, y = torch.randn(20, 3), torch.randint(0, 2, (20,))
net, loss_func = nn.Linear(3, 2), nn.CrossEntropyLoss()
@torch.inference_mode()
def predict(xb): return net(xb)
def step(xb, yb):
    preds = predict(xb)
    loss = loss_func(preds, yb)
    loss.backward()
# %% fails
step(x, y)
# %% mended
def predict(xb): return net(xb)
step(x, y)
