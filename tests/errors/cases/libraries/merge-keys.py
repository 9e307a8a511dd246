# rule: libraries_tables.merge_keys
# source: constructed
# says: a\.merge\(b, left_on='id', right_on='ID'\)
# says: merge
# %% before
import pandas as pd
a = pd.DataFrame({'id':[1]}); b = pd.DataFrame({'ID':[1]})
# %% fails
a.merge(b, on='id')
