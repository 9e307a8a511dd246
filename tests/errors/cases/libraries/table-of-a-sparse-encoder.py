# rule: libraries_transformers.table_of_a_sparse_encoder
# source: https://github.com/ageron/handson-ml3/issues/87
# says: enc = OneHotEncoder\(sparse_output=False\)
# %% before
import pandas as pd
from sklearn.preprocessing import OneHotEncoder
df = pd.DataFrame({'where': ['INLAND', 'NEAR BAY', 'INLAND']})
# %% fails
enc = OneHotEncoder().set_output(transform='pandas')
enc.fit_transform(df)
# %% mended
enc = OneHotEncoder(sparse_output=False).set_output(transform='pandas')
enc.fit_transform(df)
