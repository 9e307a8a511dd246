# notice: methods_in_tables.method_not_called
# source: constructed
# says: df\.Age\.mean\(\)
# %% before
import pandas as pd, numpy as np
def clean(df):
    df["Age"] = df["Age"].fillna(value=df.Age.mean)
    return df
train = pd.DataFrame({"Age": [1., np.nan, 3.]})
# %% cell
train = clean(train)
