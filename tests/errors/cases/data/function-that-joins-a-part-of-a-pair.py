# rule: items_as_pairs.function_for_a_pair
# source: constructed
# says: \[list\(o\) for o in items\]
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
items = [(f.relative_to(path), f.parent.name) for f in get_image_files(path)]
def get_x(o): return path/o[0]
def get_y(o): return o[1]
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=get_x, get_y=get_y, item_tfms=Resize(32))
dls = block.dataloaders(items, bs=4)
# %% mended
items = [(f.relative_to(path), f.parent.name) for f in get_image_files(path)]
items = [list(o) for o in items]
def get_x(o): return path/o[0]
def get_y(o): return o[1]
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=get_x, get_y=get_y, item_tfms=Resize(32))
dls = block.dataloaders(items, bs=4)
