# rule: libraries_encoders.category_not_seen
# source: constructed
# says: where the\s+encoder\s+is\s+made
# says: OneHotEncoder\(handle_unknown='ignore'\)
# %% before
import pandas as pd, numpy as np

from sklearn.preprocessing import OneHotEncoder
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
train, test = pd.DataFrame({'city': ['Paris', 'Bonn']}), pd.DataFrame({'city': ['Rome', 'Bonn']})
model = make_pipeline(OneHotEncoder(), LogisticRegression()).fit(train, [0, 1])
# %% fails
model.predict(test)
# %% mended
model = make_pipeline(OneHotEncoder(handle_unknown='ignore'), LogisticRegression()).fit(train, [0, 1])
model.predict(test)
