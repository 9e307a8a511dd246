# notice: results.result_dropped
# source: constructed
# says: rides\[c\]\s+=\s+rides\[c\]\.replace\('\?',\s+np\.nan\)
# %% before
import pandas as pd, numpy as np
rides = pd.DataFrame({'from': ['A', '?'], 'to': ['?', 'B'], 'km': [1, 2]})
# %% cell
for c in ['from', 'to']:
    rides[c].replace('?', np.nan)
rides.isna().sum()
# %% mended
for c in ['from', 'to']:
    rides[c] = rides[c].replace('?', np.nan)
rides.isna().sum()
