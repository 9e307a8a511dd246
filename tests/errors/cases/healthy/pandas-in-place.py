# notice: none
# source: constructed
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({"a": [1., np.nan], "b": ["x", "y"]})
# %% cell
df.dropna(inplace=True)
df.drop(columns='b', inplace=True)
df.rename(columns={'a': 'c'}, inplace=True)
df['d'] = df['c'] * 2
df.loc[df.c > 0, 'd'] = 1
df.iloc[0, 0] = 5
print(len(df))
