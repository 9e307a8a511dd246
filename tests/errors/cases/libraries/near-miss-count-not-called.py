# rule: not libraries_accessors.column_called_like_a_method
# source: constructed
# says: df\.count\(\)
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({'n': [3, 4]})
# %% fails
first = df.count[0]
