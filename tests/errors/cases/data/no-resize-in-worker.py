# rule: data_transforms.different_sizes
# source: https://discuss.pytorch.org/t/runtimeerror-stack-expects-each-tensor-to-be-equal-size-but-got-3-224-224-at-entry-0-and-3-224-336-at-entry-3/87211
# says: item_tfms=Resize\(224\)
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40 + i, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_folder('data', valid_pct=.2, bs=5, num_workers=1)
for xb, yb in dls.train: print(xb.shape)
# %% mended
dls = ImageDataLoaders.from_folder('data', valid_pct=.2, bs=5, num_workers=1, item_tfms=Resize(224))
for xb, yb in dls.train: print(xb.shape)
