# rule: albumentations_given.given_by_position
# source: constructed
# says: the\s+data\s+set\s+gives\s+it
# says: transform = lambda img: tfm\(image=np\.array\(img\)\)\['image'\]
# %% before
import cv2
import numpy as np
cv2.imwrite('cat.jpg', np.random.default_rng(0).integers(0, 255, (40, 60, 3), dtype=np.uint8))
from fastai.vision.all import *
import albumentations as A
img = np.array(PILImage.create('cat.jpg'))
from torchvision.datasets import ImageFolder
os.makedirs('pics/a')
cv2.imwrite('pics/a/cat.jpg', img)
# %% fails
tfm = A.Compose([A.Resize(16, 16)])
ds = ImageFolder('pics', transform=tfm)
ds[0]
# %% mended
tfm = A.Compose([A.Resize(16, 16)])
transform = lambda img: tfm(image=np.array(img))['image']
ds = ImageFolder('pics', transform=transform)
ds[0]
