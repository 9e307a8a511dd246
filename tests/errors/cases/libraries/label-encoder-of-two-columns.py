# rule: libraries_encoders.label_not_seen
# source: constructed
# says: An?\s?encoder keeps one column|an encoder keeps one column
# says: encoders = \{c: LabelEncoder\(\) for c in \['city', 'size'\]\}
# %% before
import pandas as pd, numpy as np
from sklearn.preprocessing import LabelEncoder

train = pd.DataFrame({'city': ['Oslo', 'Bergen'], 'size': ['s', 'm']}); test = train.copy()
le = LabelEncoder()
raw = train.copy()
for c in ['city', 'size']: train[c] = le.fit_transform(train[c])
# %% fails
for c in ['city', 'size']: test[c] = le.transform(test[c])
# %% mended
train = raw.copy()
encoders = {c: LabelEncoder() for c in ['city', 'size']}
for c in encoders:
    train[c] = encoders[c].fit_transform(train[c])
    test[c] = encoders[c].transform(test[c])
