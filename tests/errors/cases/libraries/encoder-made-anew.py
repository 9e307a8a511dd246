# rule: libraries_fitted.made_anew
# source: https://github.com/ageron/handson-ml3/issues/63
# says: made anew
# says: enc.fit\(df\)
# %% before
import pandas as pd
from sklearn.preprocessing import OneHotEncoder
df = pd.DataFrame({'where': ['INLAND', 'NEAR BAY']})
enc = OneHotEncoder()
enc.fit_transform(df)
# %% fails
enc = OneHotEncoder(sparse_output=False)
enc.transform(df.head(1))
# %% mended
enc = OneHotEncoder(sparse_output=False)
enc.fit(df)
enc.transform(df.head(1))
