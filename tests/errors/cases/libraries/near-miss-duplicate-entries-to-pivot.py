# rule: not libraries_index.labels_of_several_rows
# source: constructed
# %% before
import pandas as pd
d = pd.DataFrame({'day': [1, 1], 'who': ['a', 'a'], 'n': [3, 4]})
# %% fails
wide = d.pivot(index='day', columns='who', values='n')
