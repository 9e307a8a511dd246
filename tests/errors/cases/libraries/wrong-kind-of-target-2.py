# rule: libraries_sklearn.wrong_kind_of_target
# source: constructed
# says: model\.feature_names_in_
# %% before
import numpy as np
from sklearn.linear_model import LinearRegression
m=LinearRegression().fit(np.ones((3,2)),[1,2,3]); X=np.ones((2,3))
# %% fails
m.predict(X)
