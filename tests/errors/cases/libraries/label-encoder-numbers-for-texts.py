# rule: libraries_encoders.label_not_seen
# source: constructed
# says: test\['n'\]\.astype\(str\)
# %% before
import pandas as pd, numpy as np
from sklearn.preprocessing import LabelEncoder

train, test = pd.DataFrame({'n': ['1', '2']}), pd.DataFrame({'n': [2, 1]})
le = LabelEncoder().fit(train['n'])
# %% fails
codes = le.transform(test['n'])
# %% mended
codes = le.transform(test['n'].astype(str))
