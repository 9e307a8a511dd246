# rule: libraries_index.labels_of_several_rows
# source: constructed
# says: every\s+=\s+pd\.concat\(\[one,\s+two\],\s+ignore_index=True\)
# %% before
import pandas as pd
one, two = pd.DataFrame({'t': [1., 2.]}), pd.DataFrame({'t': [3., 4., 5.]})
every = pd.concat([one, two])
ranks = every.t.rank()
# %% fails
warm = every[every.t > 2].copy()
warm['rank'] = ranks
# %% mended
every = pd.concat([one, two], ignore_index=True)
ranks = every.t.rank()
warm = every[every.t > 2].copy()
warm['rank'] = ranks
