# rule: indices_unequal.rows_and_columns
# source: constructed
# says: another\s+number\s+of\s+items
# %% before
import numpy as np
hot, y = np.zeros((4, 3)), np.array([0, 1, 2])
# %% fails
hot[np.arange(4), y] = 1
