# rule: libraries_algebra.inverse_of_what_has_none
# source: constructed
# says: singular
# says: np.linalg.pinv\(A\)
# %% before
import numpy as np
A = np.array([[1., 2], [2, 4]])
# %% fails
B = np.linalg.inv(A)
# %% mended
B = np.linalg.pinv(A)
