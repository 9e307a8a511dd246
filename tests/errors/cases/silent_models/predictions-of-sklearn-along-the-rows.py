# notice: items_for_classes.items_named_classes
# source: constructed
# says: y_pred\s+=\s+p\.argmax\(axis=1\)
# %% before
import numpy as np
from sklearn.linear_model import LogisticRegression
rng = np.random.default_rng(0)
x = rng.normal(size=(60, 3)); y = rng.integers(0, 3, 60)
clf = LogisticRegression().fit(x, y)
# %% cell
p = clf.predict_proba(x)
y_pred = np.argmax(p, axis=0)
print(y_pred[:10])
# %% mended
p = clf.predict_proba(x)
y_pred = p.argmax(axis=1)
print(y_pred[:10])
