# notice: alignments.column_of_another_index
# source: https://stackoverflow.com/questions/26720916
# says: is\s+NaN
# says: valid\['pred'\]\s+=\s+pd\.Series\(preds,\s+index=valid\.index\)
# %% before
import numpy as np, pandas as pd
df = pd.DataFrame({'age': np.arange(50), 'y': np.arange(50) % 2})
train, valid = df[:40].copy(), df[40:].copy()
preds = np.linspace(0, 1, 10)
# %% cell
valid['pred'] = pd.Series(preds)
print(valid.pred.mean())
# %% mended
valid['pred'] = pd.Series(preds, index=valid.index)
print(valid.pred.mean())
