# notice: alignments.put_together_by_labels
# source: constructed
# %% before
import numpy as np, pandas as pd
y = pd.Series(np.arange(40.))
y_valid = y.sample(10, random_state=0)
preds = pd.Series(np.arange(10.))
from types import SimpleNamespace
s = SimpleNamespace(v=y_valid.to_frame('y'), p=preds.to_frame('p'))
# %% cell
print(pd.concat([s.v['y'], s.p['p']], axis=1).mean())
