# rule: data_own_transforms.part_of_a_pair
# source: constructed
# says: class FlipBoth\(ItemTransform\):
# says: given one part
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
class FlipBoth(Transform):
    def encodes(self, x):
        img, label = x
        return PILImage.create(img.rotate(90)), label
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=[Resize(32), FlipBoth()], bs=4, num_workers=0)
# %% mended
class FlipBoth(ItemTransform):
    def encodes(self, x):
        img, label = x
        return PILImage.create(img.rotate(90)), label
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=[Resize(32), FlipBoth()], bs=4, num_workers=0)
