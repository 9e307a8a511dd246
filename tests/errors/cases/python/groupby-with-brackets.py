# rule: python_shapes.not_indexable
# source: constructed
# says: df.groupby\('a'\).mean\(\)
# %% before
import pandas as pd
df = pd.DataFrame({'a': [1, 1], 'b': [2, 3]})
# %% fails
df.groupby['a'].mean()
# %% mended
df.groupby('a').mean()
