# rule: arrays_as_tensors.method_of_tensor
# source: constructed
# says: one number of numpy
# says: average = float\(errors\.mean\(\)\)
# %% before
import numpy as np

errors = np.ones(6)
# %% fails
average = errors.mean().float()
# %% mended
average = float(errors.mean())
