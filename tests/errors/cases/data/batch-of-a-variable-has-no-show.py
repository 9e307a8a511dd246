# rule: batches_shown.batch_has_no_show
# source: constructed
# says: xb\[0\]\.show\(figsize=\(3, 3\)\)
# says: show_images\(xb\)
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
dls = ImageDataLoaders.from_folder(path, valid_pct=0.4, seed=1, item_tfms=Resize(32), bs=4, num_workers=0)
# %% fails
xb, yb = dls.valid.one_batch()
xb.show(figsize=(3, 3))
# %% mended
xb, yb = dls.valid.one_batch()
xb[0].show(figsize=(3, 3))
show_images(xb)
