# notice: python.compared_with_nan
# source: constructed
# says: always False
# says: pd\.isna
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({"age": [1, np.nan]})
# %% cell
df[df['age'] == np.nan]
# %% mended
df[pd.isna(df['age'])]
