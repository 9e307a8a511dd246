# notice: results.result_dropped
# source: constructed
# says: df = df\.dropna\(\)
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({"a": [1, np.nan], "b": [1, 2]})
# %% cell
df.dropna()
len(df)
# %% mended
df = df.dropna()
len(df)
