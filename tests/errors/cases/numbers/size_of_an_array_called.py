# rule: python_calling.number_or_text_called
# source: constructed
# says: one number
# says: rows = grid\.shape\[0\]
# %% before
import numpy as np

grid = np.ones((4, 2))
# %% fails
rows = grid.size(0)
# %% mended
rows = grid.shape[0]
