# rule: libraries.missing_column
# source: constructed
# says: df\.iloc\[0\]
# %% before
import pandas as pd
df = pd.DataFrame({'a':[1,2],'b':[3,4]})
# %% fails
df[0]
# %% mended
df.iloc[0]
