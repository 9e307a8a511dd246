# rule: data_own_transforms.init_left_out
# source: https://github.com/fastai/fastai2/issues/321
# says: super\(\)\.__init__\(p=flip_p\)
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
class RandomFlip(RandTransform):
    def __init__(self, flip_p=0.5): self.flip_p = flip_p
    def encodes(self, x: PILImage): return x.flip_lr()
RandomFlip()(PILImage.create(get_image_files(path)[0]))
# %% mended
class RandomFlip(RandTransform):
    def __init__(self, flip_p=0.5):
        super().__init__(p=flip_p)
        self.flip_p = flip_p
    def encodes(self, x: PILImage): return x.flip_lr()
RandomFlip()(PILImage.create(get_image_files(path)[0]))
