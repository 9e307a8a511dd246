# rule: libraries_indexers.indexer_called
# source: a learner's notebook
# says: df.loc\['15-05-2019'\]
# %% before
import pandas as pd
df = pd.DataFrame({'day': ['14-05-2019', '15-05-2019'], 'tem': [32, 35]}).set_index('day')
# %% fails
df.loc('15-05-2019')
# %% mended
df.loc['15-05-2019']
