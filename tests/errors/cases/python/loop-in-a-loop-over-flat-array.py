# rule: python_shapes.not_iterable
# source: a learner's notebook
# says: a has\s+one\s+dimension
# says: for number in a:
# %% before
import numpy as np
a = np.array([1, 2, 3])
# %% fails
squares = []
for row in a:
    for number in row:
        squares.append(number ** 2)
# %% mended
squares = []
for number in a:
    squares.append(number ** 2)
