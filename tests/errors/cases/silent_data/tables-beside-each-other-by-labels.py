# notice: alignments.put_together_by_labels
# source: https://stackoverflow.com/questions/40468069
# says: with\s+NaN
# says: pd\.concat\(\[X_valid\.reset_index\(drop=True\),\s+pd\.Series\(preds,\s+name='pred'\)\],\s+axis=1\)
# %% before
import numpy as np, pandas as pd
X = pd.DataFrame({'age': np.arange(40.), 'fare': np.arange(40.)})
X_valid = X.sample(10, random_state=0)
preds = np.arange(10.)
# %% cell
out = pd.concat([X_valid, pd.Series(preds, name='pred')], axis=1)
# %% mended
out = pd.concat([X_valid.reset_index(drop=True), pd.Series(preds, name='pred')], axis=1)
