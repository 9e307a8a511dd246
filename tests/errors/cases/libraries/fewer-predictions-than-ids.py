# rule: libraries_lengths.unequal_columns
# source: constructed
# says: 'id' has 30, 'label' has 24
# says: 6 rows\s+got\s+no\s+prediction
# says: pd\.DataFrame\(\{'id': test\['id'\]\[:24\], 'label': preds\}\)
# %% before
import pandas as pd, numpy as np
test = pd.DataFrame({'id': range(30)})
preds = np.zeros(24)
# %% fails
pd.DataFrame(data={'id': test['id'], 'label': preds})
# %% mended
pd.DataFrame({'id': test['id'][:24], 'label': preds})
