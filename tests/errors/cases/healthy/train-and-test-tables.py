# notice: none
# source: constructed
# %% before
import pandas as pd
pd.DataFrame({"a": range(5)}).to_csv("train.csv"); pd.DataFrame({"a": range(3)}).to_csv("test.csv")
# %% cell
train_df = pd.read_csv('train.csv')
test_df = pd.read_csv('test.csv')
both = pd.concat([train_df, test_df])
len(both)
