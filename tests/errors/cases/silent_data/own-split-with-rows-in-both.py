# notice: split_by_function.rows_in_both_parts
# source: constructed
# says: 60 rows of the 60 of val_loans are in trn_loans too
# %% before
import numpy as np, pandas as pd
draw = np.random.default_rng(2)
loans = pd.DataFrame({'income': draw.normal(size=300), 'age': draw.integers(18, 80, 300), 'default': draw.integers(0, 2, 300)})
# %% cell
def split_rows(df, share=0.2):
    order = np.random.RandomState(42).permutation(len(df))
    cut = int(len(df)*share)
    return df.iloc[order[:-cut]], df.iloc[order[:cut]]
trn_loans, val_loans = split_rows(loans)
# %% mended
def split_rows(df, share=0.2):
    order = np.random.RandomState(42).permutation(len(df))
    cut = int(len(df)*share)
    return df.iloc[order[cut:]], df.iloc[order[:cut]]
trn_loans, val_loans = split_rows(loans)
