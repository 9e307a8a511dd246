# rule: libraries_indexers.indexer_called
# source: constructed
# says: df.iloc\[0\]\['tem'\]
# %% before
import pandas as pd
df = pd.DataFrame({'tem': [32, 35]})
# %% fails
first = df.iloc(0)['tem']
# %% mended
first = df.iloc[0]['tem']
