# rule: dtypes.product_dtypes
# source: https://github.com/OUCMachineLearning/OUCML/issues/24
# says: X = X\.float\(\)
# %% before
import torch, numpy as np
X = torch.from_numpy(np.random.normal(0, 1, (10, 2)))
w = torch.zeros(2, 1)
def linreg(X, w): return torch.mm(X, w)
# %% fails
linreg(X, w)
# %% mended
X = X.float()
linreg(X, w)
