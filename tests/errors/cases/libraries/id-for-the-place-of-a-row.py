# rule: libraries_arrays.array_index
# source: a learner's notebook
# says: is the string '000fb'
# says: df\['id'\].tolist\(\).index\(user\)
# %% before
import numpy as np
import pandas as pd
df = pd.DataFrame({'id': ['000fb', '11aa'], 'n': [1, 2]})
near = np.array([[0, 1], [1, 0]])
user = '000fb'
# %% fails
row = near[user]
# %% mended
row = near[df['id'].tolist().index(user)]
