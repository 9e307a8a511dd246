# notice: dummies.columns_apart
# source: constructed
# %% before
import pandas as pd
train_df = pd.DataFrame({'c': ['a', 'b', 'c'] * 3, 'n': range(9)})
test_df = pd.DataFrame({'c': ['a', 'b', 'd'] * 3, 'n': range(9)})
def prep(t): return pd.get_dummies(t).values
def both(f, train_df, test_df):
    x, z = f(train_df), f(test_df)
    return x, z
# %% cell
x, z = both(prep, train_df, test_df)
