# notice: kept_dimensions.rows_meet_columns
# source: constructed
# says: In\s+standard
# says: x\s+-\s+x\.mean\(axis=1,\s+keepdims=True\)
# %% before
import numpy as np
def standard(x):
    x = x - x.mean(axis=1)
    return x / x.std(axis=1, keepdims=True)
rows = np.random.rand(6, 6)
# %% cell
ready = standard(rows)
print(ready.mean(1))
# %% mended
def standard(x):
    x = x - x.mean(axis=1, keepdims=True)
    return x / x.std(axis=1, keepdims=True)
ready = standard(rows)
print(ready.mean(1))
