# notice: none
# source: constructed
# %% before
import pandas as pd
# %% cell
df = pd.DataFrame({'c': ['a', 'b', 'a'], 'v': [1, 2, 3]})
df.groupby('c').v.mean()
