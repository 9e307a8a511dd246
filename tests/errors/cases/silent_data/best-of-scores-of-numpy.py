# notice: best_and_worst.lowest_called_the_best
# source: constructed
# says: np\.argsort\(scores\)\[::-1\]\[:3\]
# %% before
import numpy as np
scores = np.random.rand(10)
# %% cell
best = np.argsort(scores)[:3]
# %% mended
best = np.argsort(scores)[::-1][:3]
