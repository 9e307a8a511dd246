# notice: methods_in_tables.method_not_called
# source: constructed
# says: df\['mean_age'\] =\s+df\['Age'\]\.mean\(\)
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({"Age": [1., 2., 3.]})
# %% cell
df['mean_age'] = df['Age'].mean
# %% mended
df['mean_age'] = df['Age'].mean()
