# rule: shapes.product
# source: constructed
# says: flatten
# says: xb\.reshape\(-1, 784\) @ w
# %% before
import torch
xb = torch.rand(64, 28, 28)
w = torch.randn(784, 10)
b = torch.randn(10)
def linear1(xb): return xb @ w + b
# %% fails
linear1(xb)
# %% mended
xb.reshape(-1, 784) @ w
