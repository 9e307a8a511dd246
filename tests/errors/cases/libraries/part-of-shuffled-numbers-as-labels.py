# rule: libraries_positions.numbers_for_labels
# source: constructed
# says: train, valid = df\.iloc\[idx\[:n\]\], df\.iloc\[idx\[n:\]\]
# %% before
import numpy as np, pandas as pd
df = pd.DataFrame({'a': range(30)})
df = df[df.a % 2 == 0]
idx = np.random.permutation(len(df))
n = 12
# %% fails
train, valid = df.loc[idx[:n]], df.loc[idx[n:]]
# %% mended
train, valid = df.iloc[idx[:n]], df.iloc[idx[n:]]
