# rule: arrays_uneven.rows_made_here
# source: constructed
# says: keep the list
# %% before
import numpy as np
texts = ['a b c', 'd e']
# %% fails
words = np.array([text.split(' ') for text in texts])
# %% mended
words = [text.split(' ') for text in texts]
