# rule: libraries_lengths.unequal_columns
# source: constructed
# says: -\(-len\(x\) // bs\)
# says: whole\s+batches
# %% before
import pandas as pd, numpy as np
x = np.ones((50, 3))
test = pd.DataFrame({'id': range(50)})
bs = 16
preds = []
for i in range(len(x) // bs):
    preds.extend(x[i * bs:(i + 1) * bs].sum(1))
# %% fails
sub = pd.DataFrame({'id': test['id'], 'label': preds})
# %% mended
preds = []
for i in range(-(-len(x) // bs)):
    preds.extend(x[i * bs:(i + 1) * bs].sum(1))
sub = pd.DataFrame({'id': test['id'], 'label': preds})
