# notice: scalers.normalized_apart_by_function
# source: constructed
# says: scaled takes the mean and std
# says: train_df\[cols\]\.mean\(\)
# %% before
import numpy as np, pandas as pd, torch
cols = ['a', 'b']
train_df = pd.DataFrame(np.random.rand(50, 2) * 9, columns=cols)
test_df = pd.DataFrame(np.random.rand(20, 2) * 5, columns=cols)
def scaled(part): return (part - part.mean()) / part.std()
# %% cell
train_x = scaled(train_df[cols])
test_x = scaled(test_df[cols])
# %% mended
train_x = scaled(train_df[cols])
m, s = train_df[cols].mean(), train_df[cols].std()
test_x = (test_df[cols] - m) / s
