# notice: results.result_dropped
# source: constructed
# says: shirts\['size'\]\s+=\s+shirts\['size'\]\.map\(\{'s':\s+0,\s+'l':\s+1\}\)
# %% before
import pandas as pd
shirts = pd.DataFrame({'size': ['s', 'l', 'l'], 'price': [3, 4, 5]})
# %% cell
shirts['size'].map({'s': 0, 'l': 1})
shirts.head()
# %% mended
shirts['size'] = shirts['size'].map({'s': 0, 'l': 1})
shirts.head()
