# rule: batches_shown.pair_has_no_show
# source: constructed
# says: item\[0\]\.show\(figsize=\(2, 2\)\)
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
files = get_image_files(path)
dsets = Datasets(files, [[PILImage.create], [parent_label, Categorize]])
item = dsets[3]
item.show(figsize=(2, 2))
# %% mended
files = get_image_files(path)
dsets = Datasets(files, [[PILImage.create], [parent_label, Categorize]])
item = dsets[3]
item[0].show(figsize=(2, 2))
