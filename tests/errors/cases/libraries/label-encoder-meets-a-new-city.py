# rule: libraries_encoders.label_not_seen
# source: https://github.com/pplonski/my_ml_service/issues/4
# says: holds 'Rome', which enc has not seen
# says: test\['city'\]\.map\(codes\)
# %% before
import pandas as pd, numpy as np
from sklearn.preprocessing import LabelEncoder

train = pd.DataFrame({'city': ['Paris', 'Bonn', 'Paris']})
test = pd.DataFrame({'city': ['Rome', 'Bonn']})
enc = LabelEncoder()
train['city'] = enc.fit_transform(train['city'])
# %% fails
test['city'] = enc.transform(test['city'])
# %% mended
codes = {c: i for i, c in enumerate(enc.classes_)}
test['city'] = test['city'].map(codes).fillna(-1).astype(int)
assert test['city'].tolist() == [-1, 0]
