# rule: python_splits.part_of_each_text
# source: constructed
# says: column of lists
# says: \.str\[2\]
# %% before
import pandas as pd
trips = pd.DataFrame({'day': ['2020-01-05', '2021-07-09']})
# %% fails
trips['d'] = trips['day'].str.split('-')[2]
# %% mended
trips['d'] = trips['day'].str.split('-').str[2]
