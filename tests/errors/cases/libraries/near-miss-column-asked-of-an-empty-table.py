# rule: libraries_bare.table_without_columns
# source: constructed
# says: no\s+columns\s+at\s+all
# %% before
import pandas as pd
found = []
df = pd.DataFrame(found)
# %% fails
df.salary.mean()
# %% mended
found = [{'salary': 3}]
df = pd.DataFrame(found)
df.salary.mean()
