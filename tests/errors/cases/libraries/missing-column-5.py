# rule: libraries.missing_column
# source: constructed
# says: df\.columns
# %% before
import pandas as pd
df = pd.DataFrame({'a':[1,2],'b':[3,4]})
# %% fails
df.groupby('c').mean()
# %% mended
df.columns
