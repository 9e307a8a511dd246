# notice: made_infinite.log_of_zeros
# source: constructed
# says: homes\['rooms'\]\s+holds\s+-inf
# says: homes\[c\]\s+=\s+np\.log1p\(homes\[c\]\)
# %% before
import pandas as pd, numpy as np
homes = pd.DataFrame({'rooms': [0, 3, 5, 2], 'area': [20., 70., 120., 66.]})
# %% cell
for c in ['rooms', 'area']:
    homes[c] = np.log(homes[c])
homes.describe()
# %% mended
homes = pd.DataFrame({'rooms': [0, 3, 5, 2], 'area': [20., 70., 120., 66.]})
for c in ['rooms', 'area']:
    homes[c] = np.log1p(homes[c])
homes.describe()
