# rule: python_places.wrong_index
# source: constructed
# says: pairs = \[\(i, tag\) for tag in df\['tags'\]\[i\]\]
# %% before
import pandas as pd
df = pd.DataFrame({'tags': [['a', 'b'], ['c']]})
i = 0
# %% fails
pairs = [(i, df['tags'][i][tag]) for tag in df['tags'][i]]
# %% mended
pairs = [(i, tag) for tag in df['tags'][i]]
