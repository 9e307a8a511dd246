# notice: measures.score_of_swapped
# source: https://stackoverflow.com (r2_score of swapped arguments)
# says: true\s+values\s+first
# says: r2_score\(y_test,\s+preds\)
# %% before
import numpy as np, torch
from sklearn.metrics import r2_score
y_test = np.random.rand(30); preds = y_test + 0.3 * np.random.rand(30)
# %% cell
r2_score(preds, y_test)
# %% mended
r2_score(y_test, preds)
