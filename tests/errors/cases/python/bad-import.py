# rule: python_spelling.bad_import
# source: constructed
# says: import sklearn
# says: scikit
# %% fails
import scikit-learn
# %% mended
import sklearn
