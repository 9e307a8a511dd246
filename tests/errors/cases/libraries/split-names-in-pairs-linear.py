# rule: libraries_halves.names_of_the_parts
# source: constructed
# says: X_trn, X_val, y_trn, y_val = 
# %% before
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
feats, kind = np.random.rand(40, 3), np.arange(40) % 2
# %% fails
X_trn, y_trn, X_val, y_val = train_test_split(feats, kind)
LogisticRegression().fit(X_trn, y_trn)
# %% mended
X_trn, X_val, y_trn, y_val = train_test_split(feats, kind)
LogisticRegression().fit(X_trn, y_trn)
