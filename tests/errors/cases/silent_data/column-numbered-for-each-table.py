# notice: codes_apart.numbered_anew
# source: constructed
# says: codes_of numbers what it is given anew
# says: from\s+train_df\.kind
# %% before
import pandas as pd, torch
train_df = pd.DataFrame({'kind': ['elm', 'fir', 'oak', 'fir'], 'n': range(4)})
valid_df = pd.DataFrame({'kind': ['fir', 'oak', 'oak'], 'n': range(3)})
def codes_of(column): return torch.tensor(column.astype('category').cat.codes.values).long()
# %% cell
train_y = codes_of(train_df.kind)
valid_y = codes_of(valid_df.kind)
# %% mended
kinds = pd.CategoricalDtype(sorted(train_df.kind.unique()))
def codes_of(column): return torch.tensor(column.astype(kinds).cat.codes.values).long()
train_y = codes_of(train_df.kind)
valid_y = codes_of(valid_df.kind)
