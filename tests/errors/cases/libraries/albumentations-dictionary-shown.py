# rule: albumentations_given.dictionary_in_place_of_picture
# source: constructed
# says: plt\.imshow\(out\['image'\]\)
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
from fastai.vision.all import *
import albumentations as A
img = np.array(PILImage.create('cat.jpg'))
# %% fails
out = A.HorizontalFlip(p=1)(image=img)
plt.imshow(out)
# %% mended
out = A.HorizontalFlip(p=1)(image=img)
plt.imshow(out['image'])
