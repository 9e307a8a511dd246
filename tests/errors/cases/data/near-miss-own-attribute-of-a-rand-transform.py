# rule: not data_own_transforms.init_left_out
# source: constructed
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
class Gray(RandTransform):
    def encodes(self, x: PILImage): return x.convert(self.mode)
Gray()(PILImage.create(get_image_files(path)[0]), split_idx=0)
