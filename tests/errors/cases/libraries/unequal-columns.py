# rule: libraries.unequal_columns
# source: constructed
# says: pd\.DataFrame\(\{name: pd\.Series\(values\) for name, values in data\.items\(\)\}\)
# %% fails
import pandas as pd
pd.DataFrame({'a':[1,2],'b':[3]})
