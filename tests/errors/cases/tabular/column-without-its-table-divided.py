# rule: libraries_indexers.lists_for_columns
# source: constructed
# says: df\['price'\] / df\['area'\]
# %% before
import pandas as pd
df = pd.DataFrame({'price': [300, 2000], 'area': [20, 60]})
# %% fails
df['per'] = ['price'] / ['area']
# %% mended
df['per'] = df['price'] / df['area']
