# rule: data_transforms.different_sizes
# source: https://forums.fast.ai/ (stack expects each tensor to be equal size)
# says: item_tfms=Resize\(224\)
# says: different sizes
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40 + i, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_folder('data', valid_pct=.2, bs=5)
dls.show_batch()
# %% mended
dls = ImageDataLoaders.from_folder('data', valid_pct=.2, bs=5, item_tfms=Resize(224))
dls.show_batch()
