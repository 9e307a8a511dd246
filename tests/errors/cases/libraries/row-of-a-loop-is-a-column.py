# rule: tables_looped.row_is_a_column
# source: constructed
# says: row is 'photo', the name of a column
# says: for i, row in birds.iterrows\(\):
# %% before
import pandas as pd
birds = pd.DataFrame({'photo': ['a.jpg', 'b.jpg'], 'kind': ['owl', 'wren']})
# %% fails
for row in birds:
    print(row['kind'])
# %% mended
for i, row in birds.iterrows():
    print(row['kind'])
