# rule: libraries_tables.accessor
# source: constructed
# says: df\.n\.astype\(str\)\.str\.upper\(\)
# says: df\.n
# %% before
import pandas as pd
df = pd.DataFrame({'n':[1,3]})
# %% fails
df.n.str.upper()
# %% mended
df.n.astype(str).str.upper()
