# rule: fastai1.name_of_fastai1
# source: constructed
# says: image2tensor\(img\)\.float\(\) / 255
# %% before
from fastai.vision.all import *
img = PILImage.create(np.zeros((8,8,3),dtype=np.uint8))
# %% fails
t = pil2tensor(img, dtype=np.float32)/255
# %% mended
t = image2tensor(img).float() / 255
