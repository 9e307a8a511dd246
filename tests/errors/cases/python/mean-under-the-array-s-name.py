# rule: python_shapes.not_iterable
# source: constructed
# says: x_result = x.mean\(\)
# %% before
import numpy as np
x = np.array([1., 2, 3])
x = x.mean()
# %% fails
for one in x:
    print(one)
# %% mended
x = np.array([1., 2, 3])
x_result = x.mean()
for one in x:
    print(one)
