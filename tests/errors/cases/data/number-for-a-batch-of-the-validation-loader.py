# rule: batches_shown.number_for_a_batch
# source: constructed
# says: dls\.valid\.show_batch\(max_n=4\)
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
dls = ImageDataLoaders.from_folder(path, valid_pct=0.4, seed=1, item_tfms=Resize(32), bs=4, num_workers=0)
# %% fails
dls.valid.show_batch(4)
# %% mended
dls.valid.show_batch(max_n=4)
