# notice: results.assigned_to_a_copy
# source: constructed
# says: df\.loc\[df\['age'\] > 60, 'old'\] = 1
# %% before
import pandas as pd
df = pd.DataFrame({"age": [20, 70], "old": [0, 0]})
# %% cell
df[df['age'] > 60]['old'] = 1
# %% mended
df.loc[df['age'] > 60, 'old'] = 1
