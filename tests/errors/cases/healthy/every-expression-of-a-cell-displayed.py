# notice: none
# source: constructed
# %% before
from IPython.core.interactiveshell import InteractiveShell
InteractiveShell.ast_node_interactivity = "all"
import pandas as pd, numpy as np
df = pd.DataFrame({'Age': [9.5, np.nan, 12.0], 'Kind': ['race', 'city', 'city']})
# %% cell
df.Age.fillna(0)
df.dropna()
df.head()
