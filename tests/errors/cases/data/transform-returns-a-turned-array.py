# rule: data_own_transforms.array_for_a_picture
# source: https://github.com/fastai/fastai/pull/3058
# says: return PILImage\.create\(aug_img\)
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
class Turned(Transform):
    def encodes(self, img: PILImage):
        aug_img = np.array(img)[:, ::-1]
        return aug_img
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=[Resize(32), Turned()], bs=4, num_workers=0)
# %% mended
class Turned(Transform):
    def encodes(self, img: PILImage):
        aug_img = np.array(img)[:, ::-1]
        return PILImage.create(aug_img)
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=[Resize(32), Turned()], bs=4, num_workers=0)
