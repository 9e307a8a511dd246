# rule: inference.array_as_picture
# source: https://stackoverflow.com/questions/55319949
# says: transpose\(1, 2, 0\)
# %% before
from fastai.vision.all import *
arr = np.zeros((3, 32, 32), dtype=np.uint8)
# %% fails
PILImage.create(arr)
# %% mended
PILImage.create(arr.transpose(1, 2, 0))
