# rule: python_shapes.unhashable
# source: constructed
# says: a is an array
# %% before
import numpy as np
a = np.array([1, 2])
# %% fails
names = {a: 'first'}
# %% mended
names = {tuple(a.tolist()): 'first'}
