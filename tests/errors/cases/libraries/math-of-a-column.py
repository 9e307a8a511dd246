# rule: libraries_one_number.math_of_an_array
# source: constructed
# says: np.log\(df\['price'\]\)
# %% before
from math import log
import numpy as np
import pandas as pd
df = pd.DataFrame({'price': [1.0, 2.0]})
# %% fails
df['log'] = log(df['price'])
# %% mended
df['log'] = np.log(df['price'])
