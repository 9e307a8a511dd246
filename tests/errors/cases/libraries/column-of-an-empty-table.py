# rule: libraries_bare.table_without_columns
# source: https://github.com/DOsinga/deep_learning_cookbook/issues/69
# says: no\s+columns\s+at\s+all
# says: print\(rows\)
# %% before
import pandas as pd
rows = []
# %% fails
df = pd.DataFrame.from_records(rows)
df = df.set_index('Id', drop=False)
