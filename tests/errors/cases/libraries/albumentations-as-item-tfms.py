# rule: albumentations_given.given_by_position
# source: constructed
# says: tfm is a transform of\s+albumentations
# says: class AlbumentationsTransform\(Transform\)
# says: item_tfms = AlbumentationsTransform\(tfm\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
from fastai.vision.all import *
import albumentations as A
img = np.array(PILImage.create('cat.jpg'))
# %% fails
tfm = A.Compose([A.Resize(16, 16)])
files = [Path('cat.jpg')] * 12
dls = ImageDataLoaders.from_lists('.', files, ['a', 'b'] * 6, valid_pct=0.3, seed=1, item_tfms=tfm, bs=1, num_workers=0)
dls.one_batch()
# %% mended
tfm = A.Compose([A.Resize(16, 16)])
files = [Path('cat.jpg')] * 12
class AlbumentationsTransform(Transform):
    def __init__(self, aug): self.aug = aug
    def encodes(self, img: PILImage):
        return PILImage.create(self.aug(image=np.array(img))['image'])

item_tfms = AlbumentationsTransform(tfm)
dls = ImageDataLoaders.from_lists('.', files, ['a', 'b'] * 6, valid_pct=0.3, seed=1, item_tfms=item_tfms, bs=1, num_workers=0)
dls.one_batch()
