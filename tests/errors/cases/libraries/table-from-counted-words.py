# rule: libraries_transformers.table_from_a_sparse_matrix
# source: constructed
# says: X.toarray\(\)
# %% before
import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer
v = CountVectorizer()
X = v.fit_transform(['a big cat', 'big dog'])
# %% fails
pd.DataFrame(X, columns=v.get_feature_names_out())
# %% mended
pd.DataFrame(X.toarray(), columns=v.get_feature_names_out())
