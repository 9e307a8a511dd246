# rule: not albumentations_given.dictionary_in_place_of_picture
# source: constructed
# %% before
import numpy as np
import albumentations as A
img = np.zeros((8, 8, 3), dtype=np.uint8)
def show(picture): return picture['image'].shape
# %% fails
tfm = A.Compose([A.HorizontalFlip(p=1)])
show(tfm(image=img), title='cat')
