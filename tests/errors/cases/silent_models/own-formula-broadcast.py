# notice: losses.shapes_broadcast_in_loss
# source: constructed
# says: guess has the shape \(30, 1\)
# says: squeeze
# %% before
import torch
table = torch.randn(30, 4); prices = torch.randn(30)
coeffs = torch.randn(4, 1, requires_grad=True)
# %% cell
guess = table @ coeffs
gap = ((guess - prices) ** 2).mean()
# %% mended
guess = table @ coeffs
gap = ((guess.squeeze(1) - prices) ** 2).mean()
