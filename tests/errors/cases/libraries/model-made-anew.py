# rule: libraries_fitted.made_anew
# source: constructed
# says: model.fit\(X, y\)
# %% before
import numpy as np
from sklearn.linear_model import LinearRegression
X, y = np.arange(6.).reshape(3, 2), np.arange(3.)
model = LinearRegression()
model.fit(X, y)
# %% fails
model = LinearRegression(fit_intercept=False)
model.predict(X)
# %% mended
model = LinearRegression(fit_intercept=False)
model.fit(X, y)
model.predict(X)
