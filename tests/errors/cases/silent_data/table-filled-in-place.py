# notice: none
# source: constructed
# %% before
import warnings; warnings.simplefilter("ignore")
import pandas as pd, numpy as np
hens = pd.DataFrame({"eggs": [3.0, np.nan, 5.0], "age": [1, 2, 3]})
# %% cell
hens.fillna(0, inplace=True)
eggs = hens["eggs"]
eggs.replace(3.0, 4.0, inplace=True)
