# rule: libraries_encoders.category_not_seen
# source: constructed
# says: handle_unknown='use_encoded_value', unknown_value=-1
# %% before
import pandas as pd, numpy as np

from sklearn.preprocessing import OrdinalEncoder
train, test = pd.DataFrame({'city': ['Paris', 'Bonn']}), pd.DataFrame({'city': ['Rome', 'Bonn']})
enc = OrdinalEncoder()
a = enc.fit_transform(train)
# %% fails
b = enc.transform(test)
# %% mended
enc.set_params(handle_unknown='use_encoded_value', unknown_value=-1)
b = enc.transform(test)
