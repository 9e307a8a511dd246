# notice: shifts.in_the_wrong_direction
# source: constructed
# says: \.shift\(-1\)
# %% before
import pandas as pd, numpy as np
shop = pd.DataFrame({'date': pd.date_range('2023-01-01', periods=20), 'sales': np.arange(20.)})
def with_target(df):
    df = df.copy()
    df["tomorrow"] = df["sales"].shift()
    return df
# %% cell
train = with_target(shop)
