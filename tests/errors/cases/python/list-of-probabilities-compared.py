# rule: python_order.cannot_be_compared
# source: https://github.com/luoda888/XF2019-Anti-fraud/issues/1
# says: np\.array\(probs\) > 0\.5
# %% before
import numpy as np, torch
probs = [torch.tensor(0.3), torch.tensor(0.8)]
# %% fails
n = (probs > 0.5).sum()
# %% mended
n = (np.array(probs) > 0.5).sum()
