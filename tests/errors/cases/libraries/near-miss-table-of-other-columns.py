# rule: not libraries_transformers.table_from_a_sparse_matrix
# source: constructed
# %% before
import numpy as np
import pandas as pd
X = np.zeros((2, 3))
# %% fails
pd.DataFrame(X, columns=['a', 'b'])
