# rule: not tabular_new_tables.columns_asked
# source: constructed
# %% before
import pandas as pd
df = pd.DataFrame({'a': [1, 2], 'b': [3, 4]})
new = pd.DataFrame({'a': [5]})
# %% fails
new[df.columns]
