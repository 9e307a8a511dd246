# rule: libraries_indexers.lists_for_columns
# source: a learner's notebook
# says: people\['income'\] - people\['debt'\]
# %% before
import pandas as pd
people = pd.DataFrame({'income': [300, 2000], 'debt': [200, 600]})
# %% fails
people['saved'] = ['income'] - ['debt']
# %% mended
people['saved'] = people['income'] - people['debt']
