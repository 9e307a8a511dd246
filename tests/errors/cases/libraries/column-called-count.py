# rule: libraries_accessors.column_called_like_a_method
# source: constructed
# says: df\['count'\]\[0\]
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({'count': [3, 4]})
# %% fails
first = df.count[0]
# %% mended
first = df['count'][0]
