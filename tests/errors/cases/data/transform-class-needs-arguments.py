# rule: data_own_transforms.class_without_arguments
# source: constructed
# says: AddNoise\(std=…\)
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
class AddNoise(Transform):
    order = 20
    def __init__(self, std): self.std = std
    def encodes(self, x: TensorImage): return x + torch.randn_like(x)*self.std
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(32), batch_tfms=[AddNoise], bs=4)
# %% mended
class AddNoise(Transform):
    order = 20
    def __init__(self, std): self.std = std
    def encodes(self, x: TensorImage): return x + torch.randn_like(x)*self.std
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(32), batch_tfms=[AddNoise(std=0.1)], bs=4)
