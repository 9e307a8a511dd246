# rule: libraries_sklearn.flat_data
# source: constructed
# says: LinearRegression\(\)\.fit\(x\.reshape\(\-1, 1\), y\)
# %% before
import numpy as np
from sklearn.linear_model import LinearRegression
x=np.arange(3.); y=x*2
# %% fails
LinearRegression().fit(x, y)
# %% mended
LinearRegression().fit(x.reshape(-1, 1), y)
