# rule: libraries_accessors.column_called_like_a_method
# source: constructed
# says: row\['rank'\]
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({'rank': ['a', 'b']})
def name(row): return 'img/' + row.rank
# %% fails
names = [name(row) for _, row in df.iterrows()]
# %% mended
def name(row): return 'img/' + row['rank']
names = [name(row) for _, row in df.iterrows()]
