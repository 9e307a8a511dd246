# rule: libraries_encoders.label_not_seen
# source: constructed
# says: le\.fit\(\[\*y_train, \*y_valid\]\)
# %% before
import pandas as pd, numpy as np
from sklearn.preprocessing import LabelEncoder

y_train, y_valid = ['cat', 'dog', 'cat'], ['dog', 'owl']
le = LabelEncoder().fit(y_train)
def codes_of(y): return le.transform(y)
# %% fails
codes_of(y_valid)
# %% mended
le.fit([*y_train, *y_valid])
codes_of(y_valid)
