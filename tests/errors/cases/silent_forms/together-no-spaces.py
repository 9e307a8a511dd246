# notice: alignments.put_together_by_labels
# source: constructed
# %% before
import numpy as np, pandas as pd
y = pd.Series(np.arange(40.))
y_valid = y.sample(10, random_state=0)
preds = pd.Series(np.arange(10.))
# %% cell
mae = (y_valid-preds).abs().mean()
print(mae)
# %% mended
mae = (y_valid.reset_index(drop=True)-preds).abs().mean()
print(mae)
