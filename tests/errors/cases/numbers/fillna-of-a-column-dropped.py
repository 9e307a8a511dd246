# notice: results.result_dropped
# source: constructed
# says: df\['a'\] = df\['a'\]\.fillna
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({"a": [1, np.nan], "b": [1, 2]})
# %% cell
df['a'].fillna(0)
df.isna().sum()
# %% mended
df['a'] = df['a'].fillna(0)
df.isna().sum()
