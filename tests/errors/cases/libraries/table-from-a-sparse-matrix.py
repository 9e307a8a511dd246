# rule: libraries_transformers.table_from_a_sparse_matrix
# source: https://github.com/ageron/handson-ml3/issues/115
# says: enc.transform\(df\).toarray\(\)
# %% before
import pandas as pd
from sklearn.preprocessing import OneHotEncoder
df = pd.DataFrame({'where': ['INLAND', 'NEAR BAY', 'ISLAND']})
enc = OneHotEncoder().fit(df)
# %% fails
out = pd.DataFrame(enc.transform(df), columns=enc.get_feature_names_out())
# %% mended
out = pd.DataFrame(enc.transform(df).toarray(), columns=enc.get_feature_names_out())
