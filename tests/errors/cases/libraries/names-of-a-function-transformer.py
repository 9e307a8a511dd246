# rule: libraries_transformers.names_not_told
# source: https://github.com/scikit-learn/scikit-learn/issues/23226
# says: feature_names_out='one-to-one'
# %% before
import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.preprocessing import FunctionTransformer
df = pd.DataFrame({'a': [1., 2], 'b': [3., 4]})
pre = ColumnTransformer([('log', FunctionTransformer(np.log), ['a', 'b'])])
pre.fit_transform(df)
# %% fails
pre.get_feature_names_out()
# %% mended
pre = ColumnTransformer([('log', FunctionTransformer(np.log, feature_names_out='one-to-one'), ['a', 'b'])])
pre.fit_transform(df)
pre.get_feature_names_out()
