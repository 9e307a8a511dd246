# rule: libraries_tables.reduction_over_text
# source: constructed
# says: df\.mean\(numeric_only=True\)
# says: mean
# %% before
import pandas as pd
df = pd.DataFrame({'n':['a','3'], 'v':[1,2]})
# %% fails
df.mean()
# %% mended
df.mean(numeric_only=True)
