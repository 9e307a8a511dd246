# rule: libraries_bare.table_without_columns
# source: constructed
# says: made\s+of\s+found
# %% before
import pandas as pd
found = []
posts = pd.DataFrame(found)
# %% fails
posts['Title'].str.lower()
