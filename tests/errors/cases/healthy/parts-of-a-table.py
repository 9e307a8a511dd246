# notice: none
# source: constructed
# %% before
import pandas as pd, torch
df = pd.DataFrame({"a": range(100)}); x = torch.randn(100, 4); y = torch.zeros(100)
# %% cell
train_df = df.sample(frac=0.8, random_state=42)
valid_df = df.drop(train_df.index)
train_x, valid_x = x[:80], x[80:]
train_y, valid_y = y[:80], y[80:]
idx = torch.randperm(100)
train_i, valid_i = idx[:80], idx[80:]
