# rule: data.number_of_getters
# source: constructed
# says: n_inp=1
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
block = DataBlock(blocks=(ImageBlock, CategoryBlock, CategoryBlock), get_items=get_image_files, get_x=noop, get_y=[parent_label, lambda o: o.stem[0]], item_tfms=Resize(32))
# %% mended
block = DataBlock(blocks=(ImageBlock, CategoryBlock, CategoryBlock), get_items=get_image_files, get_x=noop, get_y=[parent_label, lambda o: o.stem[0]], item_tfms=Resize(32), n_inp=1)
