# rule: notebook_imports.no_such_name
# source: constructed
# says: import joblib
# says: sklearn\.externals
# %% fails
from sklearn.externals import joblib
# %% mended
import joblib
