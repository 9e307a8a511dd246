# rule: albumentations_given.given_by_position
# source: constructed
# says: return self\.tfm\(image=np\.array\(img\)\)\['image'\]
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
from fastai.vision.all import *
import albumentations as A
img = np.array(PILImage.create('cat.jpg'))
# %% fails
class Pets:
    def __init__(self, files, tfm): self.files, self.tfm = files, tfm
    def __getitem__(self, i):
        img = PILImage.create(self.files[i])
        return self.tfm(img)

Pets(['cat.jpg'], A.Compose([A.Resize(8, 8)]))[0]
# %% mended
class Pets:
    def __init__(self, files, tfm): self.files, self.tfm = files, tfm
    def __getitem__(self, i):
        img = PILImage.create(self.files[i])
        return self.tfm(image=np.array(img))['image']

Pets(['cat.jpg'], A.Compose([A.Resize(8, 8)]))[0]
