# rule: notebook_imports.called_otherwise
# source: constructed
# says: import sklearn\.model_selection
# %% fails
import sklearn.cross_validation
# %% mended
import sklearn.model_selection
