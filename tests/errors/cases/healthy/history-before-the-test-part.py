# notice: none
# source: constructed
# %% before
import torch, pandas as pd
series = torch.arange(100.).unsqueeze(1)
table = pd.DataFrame({'level': range(100)})
# %% cell
n_steps = 12
train_part = series[:70]
test_part = series[70 - n_steps:]
train_df, valid_df = table[:50], table[50 - n_steps:]
trn, val = series[:60], series[48:]
