# notice: tables.column_changed_in_place
# source: https://pandas.pydata.org/docs/user_guide/copy_on_write.html
# says: copy
# says: hens\['eggs'\] = hens\['eggs'\]\.fillna\(0\)
# %% before
import warnings; warnings.simplefilter("ignore")
import pandas as pd, numpy as np
hens = pd.DataFrame({"eggs": [3.0, np.nan, 5.0], "age": [1, 2, 3]})
# %% cell
hens.eggs.fillna(0, inplace=True)
hens.shape
# %% mended
hens['eggs'] = hens['eggs'].fillna(0)
hens.shape
