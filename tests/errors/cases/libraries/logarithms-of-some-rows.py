# rule: libraries.other_length
# source: constructed
# says: df\.loc\[kept\.index, 'log'\] = logs
# %% before
import numpy as np, pandas as pd
def add_logs(df, column):
    kept = df[df[column] > 0]
    logs = np.log(kept[column].values)
    df['log'] = logs
    return df
houses = pd.DataFrame({'price': [0, 3., 0, 5, 9]})
# %% fails
add_logs(houses, 'price')
# %% mended
def add_logs(df, column):
    kept = df[df[column] > 0]
    logs = np.log(kept[column].values)
    df.loc[kept.index, 'log'] = logs
    return df
add_logs(houses, 'price')
