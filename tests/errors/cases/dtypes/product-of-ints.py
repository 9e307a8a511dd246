# rule: dtypes.product_dtypes
# source: https://github.com/fastai/fastbook chapter 4
# says: int64
# says: x\.float\(\) @ w
# %% before
from fastai.vision.all import *
x = tensor([[1, 2, 3], [4, 5, 6]])
w = torch.randn(3, 1)
# %% fails
x @ w
# %% mended
x.float() @ w
