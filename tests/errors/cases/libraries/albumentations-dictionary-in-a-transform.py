# rule: albumentations_given.dictionary_in_place_of_picture
# source: constructed
# says: aug is a dictionary
# says: return PILImage\.create\(aug\['image'\]\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
from fastai.vision.all import *
import albumentations as A
img = np.array(PILImage.create('cat.jpg'))
# %% fails
class Flip(Transform):
    def __init__(self, tfm): self.tfm = tfm
    def encodes(self, x: PILImage):
        aug = self.tfm(image=np.array(x))
        return PILImage.create(aug)

Flip(A.Compose([A.HorizontalFlip(p=1)]))(PILImage.create('cat.jpg'))
# %% mended
class Flip(Transform):
    def __init__(self, tfm): self.tfm = tfm
    def encodes(self, x: PILImage):
        aug = self.tfm(image=np.array(x))
        return PILImage.create(aug['image'])

Flip(A.Compose([A.HorizontalFlip(p=1)]))(PILImage.create('cat.jpg'))
