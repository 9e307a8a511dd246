# rule: data_own_transforms.init_left_out
# source: constructed
# says: super\(\)\.__init__\(\)
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
class Gray(RandTransform):
    def __init__(self, mode):
        self.mode = mode
    def encodes(self, x: PILImage): return x.convert(self.mode).convert('RGB')
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=[Resize(32), Gray('L')], bs=4, num_workers=0)
# %% mended
class Gray(RandTransform):
    def __init__(self, mode):
        super().__init__()
        self.mode = mode
    def encodes(self, x: PILImage): return x.convert(self.mode).convert('RGB')
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=[Resize(32), Gray('L')], bs=4, num_workers=0)
