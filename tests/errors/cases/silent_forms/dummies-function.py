# notice: dummies.columns_apart
# source: constructed
# %% before
import pandas as pd
train_df = pd.DataFrame({'c': ['a', 'b', 'c'] * 3, 'n': range(9)})
test_df = pd.DataFrame({'c': ['a', 'b', 'd'] * 3, 'n': range(9)})
def prep(t): return pd.get_dummies(t).values
# %% cell
x = prep(train_df); z = prep(test_df)
