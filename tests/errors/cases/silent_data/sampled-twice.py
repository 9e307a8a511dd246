# notice: splits.overlapping_parts
# source: constructed
# says: share
# says: train_df
# says: valid_df
# %% before
import pandas as pd, torch
df = pd.DataFrame({"a": range(100)})
# %% cell
train_df = df.sample(frac=0.8, random_state=1)
valid_df = df.sample(frac=0.2, random_state=2)
# %% mended
train_df = df.sample(frac=0.8, random_state=1)
valid_df = df.drop(train_df.index)
