# notice: pairs_apart.targets_flipped_apart
# source: constructed
# says: RandomHorizontalFlip
# says: transforms=
# %% before
import numpy as np
from pathlib import Path
from PIL import Image
from torchvision import datasets, transforms
from torchvision.transforms import v2
base = Path('VOCdevkit/VOC2012')
for one in ('ImageSets/Segmentation', 'JPEGImages', 'SegmentationClass'): (base/one).mkdir(parents=True)
(base/'ImageSets/Segmentation/train.txt').write_text('a\nb\n')
for n in 'ab':
    Image.new('RGB', (20, 20)).save(base/f'JPEGImages/{n}.jpg'); Image.new('L', (20, 20)).save(base/f'SegmentationClass/{n}.png')
aug = transforms.Compose([transforms.RandomHorizontalFlip(), transforms.ToTensor()])
# %% cell
voc = datasets.VOCSegmentation('.', image_set='train', transform=aug, target_transform=aug)
image, mask = voc[0]
# %% mended
voc = datasets.VOCSegmentation('.', image_set='train', transforms=v2.Compose([v2.RandomHorizontalFlip(), v2.ToImage()]))
image, mask = voc[0]
