# notice: stored_fractions.fractions_cut_to_zero
# source: constructed
# says: holds\s+integers
# says: np\.zeros\(len\(labels\),\s+dtype=float\)
# %% before
import numpy as np
from sklearn.ensemble import RandomForestClassifier
rng = np.random.default_rng(1)
table = rng.normal(size=(90, 3)); labels = (table[:, 0] > 0).astype(int)
# %% cell
half = len(labels) // 2
chances = np.zeros(len(labels), dtype=int)
for part, rest in ((slice(0, half), slice(half, None)), (slice(half, None), slice(0, half))):
    forest = RandomForestClassifier(20, random_state=0, max_depth=2).fit(table[rest], labels[rest])
    p = forest.predict_proba(table[part])
    chances[part] = p[:, 1]
chances.mean()
# %% mended
half = len(labels) // 2
chances = np.zeros(len(labels), dtype=float)
for part, rest in ((slice(0, half), slice(half, None)), (slice(half, None), slice(0, half))):
    forest = RandomForestClassifier(20, random_state=0, max_depth=2).fit(table[rest], labels[rest])
    p = forest.predict_proba(table[part])
    chances[part] = p[:, 1]
chances.mean()
