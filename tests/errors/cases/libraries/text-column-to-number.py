# rule: libraries_tables.text_column_to_number
# source: constructed
# says: pd\.to_numeric\(df\.n, errors='coerce'\)
# says: df\.n
# %% before
import pandas as pd
df = pd.DataFrame({'n':['a','3']})
# %% fails
df.n.astype(float)
# %% mended
pd.to_numeric(df.n, errors='coerce')
