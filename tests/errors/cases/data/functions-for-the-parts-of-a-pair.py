# rule: items_as_pairs.function_for_a_pair
# source: constructed
# says: get_x=ItemGetter\(0\), get_y=ItemGetter\(1\)
# says: each part of a tuple
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
pairs = [(f, f.parent.name) for f in get_image_files(path)]
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=lambda o: o[0], get_y=lambda o: o[1], item_tfms=Resize(32))
dls = block.dataloaders(pairs, bs=4)
# %% mended
pairs = [(f, f.parent.name) for f in get_image_files(path)]
block = DataBlock(blocks=(ImageBlock, CategoryBlock), item_tfms=Resize(32), get_x=ItemGetter(0), get_y=ItemGetter(1))
dls = block.dataloaders(pairs, bs=4)
