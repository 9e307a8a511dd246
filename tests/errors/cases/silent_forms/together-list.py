# notice: alignments.put_together_by_labels
# source: constructed
# %% before
import numpy as np, pandas as pd
y = pd.Series(np.arange(40.))
y_valid = y.sample(10, random_state=0)
preds = pd.Series(np.arange(10.))
parts = [y_valid.to_frame('y'), preds.to_frame('p')]
# %% cell
both = pd.DataFrame({'y': parts[0]['y'], 'p': parts[1]['p']})
