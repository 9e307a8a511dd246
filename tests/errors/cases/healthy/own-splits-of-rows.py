# notice: none
# source: constructed
# %% before
import numpy as np, pandas as pd
draw = np.random.default_rng(2)
loans = pd.DataFrame({'income': draw.normal(size=300), 'age': draw.integers(18, 80, 300), 'default': draw.integers(0, 2, 300)})
# %% cell
def split_rows(df, share=0.2):
    order = np.random.RandomState(42).permutation(len(df))
    cut = int(len(df)*share)
    return df.iloc[order[cut:]], df.iloc[order[:cut]]
trn_loans, val_loans = split_rows(loans)

def split_anew(df):
    return df[:200].reset_index(drop=True), df[200:].reset_index(drop=True)
train_part, test_part = split_anew(loans)

def with_history(df, days=10):
    return df[:200], df[200 - days:]
train_days, valid_days = with_history(loans)
