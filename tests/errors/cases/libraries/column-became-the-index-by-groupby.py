# rule: libraries_index.column_is_the_index
# source: constructed
# says: groupby
# says: means\.index
# %% before
import pandas as pd
df = pd.DataFrame({'store': [1, 1, 2], 'sold': [3, 4, 5]})
def average(df): return df.groupby('store').mean()
means = average(df)
# %% fails
first = means.store.max()
# %% mended
means = means.reset_index()
first = means.store.max()
