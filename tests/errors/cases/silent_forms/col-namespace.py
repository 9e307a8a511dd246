# notice: alignments.column_of_another_index
# source: constructed
# %% before
import numpy as np, pandas as pd
df = pd.DataFrame({'age': np.arange(50), 'y': np.arange(50) % 2})
train, valid = df[:40].copy(), df[40:].copy()
preds = pd.Series(np.linspace(0, 1, 10))
from types import SimpleNamespace
data = SimpleNamespace(train=train, valid=valid)
# %% cell
data.valid['pred'] = preds
print(len(preds))
# %% mended
data.valid['pred'] = preds.values
print(len(preds))
