# rule: libraries_encoders.category_not_seen
# source: constructed
# says: enc has not seen 'Rome' of the column\s+city
# says: enc\.set_params\(handle_unknown='ignore'\)
# %% before
import pandas as pd, numpy as np

from sklearn.preprocessing import OneHotEncoder
train, test = pd.DataFrame({'city': ['Paris', 'Bonn']}), pd.DataFrame({'city': ['Rome', 'Bonn']})
enc = OneHotEncoder().fit(train)
# %% fails
x = enc.transform(test)
# %% mended
enc.set_params(handle_unknown='ignore')
x = enc.transform(test)
