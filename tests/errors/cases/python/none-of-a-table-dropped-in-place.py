# rule: python_none.none_result
# source: constructed
# says: run\s+cell \[1\]
# says: df = df\.drop_duplicates\(\)
# %% before
import pandas as pd
df = pd.DataFrame({'a': [1, 1, 2]})
# %% fails
df = df.drop_duplicates(inplace=True)
df.describe()
# %% mended
df = pd.DataFrame({'a': [1, 1, 2]})
df = df.drop_duplicates()
df.describe()
