# rule: columns_twice.same_name_twice
# source: constructed
# says: df has 2 columns named 'id'
# says: df = df\.loc\[:, ~df\.columns\.duplicated\(\)\]
# says: pd\.concat
# %% before
import pandas as pd, numpy as np
left = pd.DataFrame({"id": [1, 2], "city": ["a", "b"]})
right = pd.DataFrame({"id": [1, 2], "price": [3., 4.]})
df = pd.concat([left, right], axis=1)
other = pd.DataFrame({"id": [1], "k": [5]})
# %% fails
both = other.merge(df, on='id')
# %% mended
df = df.loc[:, ~df.columns.duplicated()]
both = other.merge(df, on='id')
