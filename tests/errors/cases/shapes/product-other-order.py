# rule: shapes.product
# source: constructed
# says: order
# says: w @ a
# %% before
from fastai.vision.all import *
a = tensor([[1., 2, 3, 4]] * 3)
w = torch.randn(5, 3)
# %% fails
torch.matmul(a, w)
# %% mended
w @ a
