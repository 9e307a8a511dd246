# rule: data_own_transforms.array_for_a_picture
# source: constructed
# says: returns an array
# says: PILImage\.create\(np\.array
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
class ToGray(Transform):
    def encodes(self, img: PILImage):
        return np.array(img.convert('L'))
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=[Resize(32), ToGray()], bs=4, num_workers=0)
dls.one_batch()
# %% mended
class ToGray(Transform):
    def encodes(self, img: PILImage):
        return PILImage.create(np.array(img.convert('L')))
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=[Resize(32), ToGray()], bs=4, num_workers=0)
dls.one_batch()
