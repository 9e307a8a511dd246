# rule: not libraries_bare.table_without_columns
# source: constructed
# %% before
import pandas as pd
posts = pd.DataFrame({'title': []})
# %% fails
posts['Title'].str.lower()
