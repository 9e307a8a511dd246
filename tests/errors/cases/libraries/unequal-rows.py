# rule: libraries_sklearn.unequal_rows
# source: constructed
# says: np\.random\.rand\(10, 2\) has 10 rows, np\.random\.rand\(9\) has 9\.
# says: np\.random\.rand
# %% before
import numpy as np
from sklearn.linear_model import LinearRegression
# %% fails
LinearRegression().fit(np.random.rand(10,2), np.random.rand(9))
