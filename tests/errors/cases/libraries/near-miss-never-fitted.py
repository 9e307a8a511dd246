# rule: libraries_sklearn.not_trained
# source: constructed
# says: has not been trained
# %% before
import numpy as np
from sklearn.linear_model import LinearRegression
X = np.arange(6.).reshape(3, 2)
model = LinearRegression()
# %% fails
model.predict(X)
