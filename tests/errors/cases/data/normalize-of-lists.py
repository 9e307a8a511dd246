# rule: normalizing.without_from_stats
# source: https://forums.fast.ai (normalizing with imagenet_stats)
# says: a list of 3 items as its mean
# says: Normalize\.from_stats\(\[0\.5, 0\.5, 0\.5\], \[0\.2, 0\.2, 0\.2\]\)
# %% before
from fastai.vision.all import *
for k in 'ab':
    (Path('p')/k).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (32, 32), (i * 30, 60, 90)).save(f'p/{k}/{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_folder('p', valid_pct=0.2, bs=2, num_workers=0, batch_tfms=Normalize([0.5, 0.5, 0.5], [0.2, 0.2, 0.2]))
x, y = dls.one_batch()
# %% mended
dls = ImageDataLoaders.from_folder('p', valid_pct=0.2, bs=2, num_workers=0, batch_tfms=Normalize.from_stats([0.5, 0.5, 0.5], [0.2, 0.2, 0.2]))
x, y = dls.one_batch()
