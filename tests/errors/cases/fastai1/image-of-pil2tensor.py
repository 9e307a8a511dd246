# rule: fastai1.name_of_fastai1
# source: constructed
# says: PILImage\.create\(arr\)
# %% before
from fastai.vision.all import *
arr = np.zeros((8,8,3),dtype=np.uint8)
# %% fails
img = Image(pil2tensor(arr, np.float32).div_(255))
# %% mended
img = PILImage.create(arr)
