# rule: notebook_imports.no_such_name
# source: constructed
# says: from sklearn\.model_selection import train_test_split
# says: sklearn\.model_selection
# %% fails
from sklearn.model_selection import train_test_splt
# %% mended
from sklearn.model_selection import train_test_split
