# rule: libraries_halves.names_of_the_parts
# source: constructed
# says: X_train, X_test, y_train, y_test = 
# %% before
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
feats, kind = np.random.rand(40, 3), np.arange(40) % 2
# %% fails
X_train, X_test, y_test, y_train = train_test_split(feats, kind, test_size=0.3)
LogisticRegression().fit(X_train, y_train)
# %% mended
X_train, X_test, y_train, y_test = train_test_split(feats, kind, test_size=0.3)
LogisticRegression().fit(X_train, y_train)
