# rule: tables_looped.rows_unpacked
# source: https://stackoverflow.com/questions/16476924 (How to iterate over rows in a DataFrame)
# says: gives its columns' names
# says: for number, bird in birds.iterrows\(\):
# %% before
import pandas as pd
birds = pd.DataFrame({'photo': ['a.jpg', 'b.jpg'], 'kind': ['owl', 'wren'], 'size': [2, 5]})
# %% fails
for number, bird in birds:
    print(number, bird['kind'])
# %% mended
for number, bird in birds.iterrows():
    print(number, bird['kind'])
