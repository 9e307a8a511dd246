# rule: libraries_sklearn.wrong_kind_of_target
# source: constructed
# says: y = y\.astype\(int\)
# says: LogisticRegression
# %% before
import numpy as np
from sklearn.linear_model import LogisticRegression
X=np.ones((3,1)); y=np.array([.1,.5,.7])
# %% fails
LogisticRegression().fit(X,y)
# %% mended
y = y.astype(int)
