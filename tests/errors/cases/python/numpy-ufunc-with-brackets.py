# rule: python_shapes.not_indexable
# source: constructed
# says: np.exp\(x\)
# %% before
import numpy as np
x = np.arange(3)
# %% fails
y = np.exp[x]
# %% mended
y = np.exp(x)
