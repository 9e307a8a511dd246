# rule: libraries_transformers.names_not_told
# source: https://github.com/ageron/handson-ml3/issues/42
# says: Your class Ones
# says: in range\(2\)
# %% before
import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.compose import ColumnTransformer
class Ones(BaseEstimator, TransformerMixin):
    def fit(self, X, y=None):
        self.n_features_in_ = X.shape[1]
        return self
    def transform(self, X):
        return np.ones((len(X), 2))
df = pd.DataFrame({'a': [1., 2], 'b': [3., 4]})
# %% fails
pre = ColumnTransformer([('geo', Ones(), ['a', 'b'])])
pre.fit_transform(df)
pre.get_feature_names_out()
# %% mended
class Ones(BaseEstimator, TransformerMixin):
    def fit(self, X, y=None):
        self.n_features_in_ = X.shape[1]
        return self
    def transform(self, X):
        return np.ones((len(X), 2))
    def get_feature_names_out(self, names=None):
        return [f'geo_{i}' for i in range(2)]
pre = ColumnTransformer([('geo', Ones(), ['a', 'b'])])
pre.fit_transform(df)
pre.get_feature_names_out()
