# rule: dtypes.product_dtypes
# source: https://github.com/ShusenTang/Dive-into-DL-PyTorch/issues/31
# says: float64
# says: float32
# says: X @ w|X\.float\(\) @ w
# %% before
import torch, numpy as np
X = torch.from_numpy(np.random.normal(0, 1, (10, 2)))
w = torch.zeros(2, 1)
# %% fails
X @ w
# %% mended
X.float() @ w
