# notice: python.none_kept
# source: constructed
# says: None
# says: inplace
# %% before
import pandas as pd
df = pd.DataFrame({"a": [1, 2], "b": [3, 4]})
# %% cell
df = df.drop(columns='a', inplace=True)
# %% mended
df = df.drop(columns='a')
