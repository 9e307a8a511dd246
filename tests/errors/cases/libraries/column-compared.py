# rule: libraries_tables.column_compared
# source: constructed
# says: df\[pd\.to_numeric\(df\.n, errors='coerce'\) > 2\]
# says: df\.n
# %% before
import pandas as pd
df = pd.DataFrame({'n':['1','3']})
# %% fails
df[df.n > 2]
# %% mended
df[pd.to_numeric(df.n, errors='coerce') > 2]
