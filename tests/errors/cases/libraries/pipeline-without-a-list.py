# rule: lists_of_transforms.given_one_by_one
# source: constructed
# says: one list
# %% before
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.linear_model import LogisticRegression
# %% fails
clf = Pipeline(('scale', StandardScaler()), ('fit', LogisticRegression()))
# %% mended
clf = Pipeline([('scale', StandardScaler()), ('fit', LogisticRegression())])
