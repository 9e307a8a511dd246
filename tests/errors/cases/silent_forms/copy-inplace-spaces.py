# notice: copies.original_changed_too
# source: constructed
# %% before
import torch, numpy as np, pandas as pd
clean = torch.rand(20, 3) > .5
nums = torch.randint(0, 9, (20, 3))
table = pd.DataFrame({'a': [1., None] * 10, 'b': range(20)})
arr = np.arange(30)
def compare(a, b): return (a, b)
# %% cell
filled = table
filled.fillna(0, inplace = True)
compare(table, filled)
# %% mended
filled = table.copy()
filled.fillna(0, inplace = True)
compare(table, filled)
