# rule: python_order.cannot_be_compared
# source: https://github.com/luoda888/XF2019-Anti-fraud/issues/1
# says: np\.array\(scores\) >= 0\.5
# %% before
import numpy as np
scores = [0.2, 0.7, 0.9]
# %% fails
labels = (scores >= 0.5).astype(int)
# %% mended
labels = (np.array(scores) >= 0.5).astype(int)
