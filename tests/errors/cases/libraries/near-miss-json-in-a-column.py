# rule: not libraries_rows.of_one_column
# source: constructed
# %% before
import pandas as pd
films = pd.DataFrame({'meta': ['{"year": 1}'], 'year': [1]})
# %% fails
films['y'] = films['meta'].apply(lambda m: m['year'])
