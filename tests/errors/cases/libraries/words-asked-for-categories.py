# rule: libraries_accessors.no_categories
# source: constructed
# says: df\['color'\] = df\['color'\]\.astype\('category'\)
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({'color': ['red', 'blue']})
# %% fails
codes = df.color.cat.codes
# %% mended
df['color'] = df['color'].astype('category')
codes = df.color.cat.codes
