# rule: dtypes.needs_floats
# source: https://stackoverflow.com/questions/64358283
# says: int64
# says: x\.float\(\)\.mean\(\)
# %% before
from fastai.vision.all import *
x = tensor([1, 2, 3, 6])
# %% fails
x.mean()
# %% mended
x.float().mean()
