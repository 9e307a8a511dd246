# notice: none
# source: constructed
# %% before
import pandas as pd, numpy as np
# %% cell
df = pd.DataFrame({'age': [22., np.nan, 30.], 'fare': [7., 8., np.nan]})
df['old'] = np.where(df.age.isna(), np.nan, df.age > 25)
df.isna().sum(), df.fillna(df.mode().iloc[0])
