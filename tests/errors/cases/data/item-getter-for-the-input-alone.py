# rule: items_as_pairs.files_for_an_item_getter
# source: constructed
# says: input as it is
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_x=ItemGetter(0), get_y=parent_label, item_tfms=Resize(32))
dls = block.dataloaders(path, bs=4)
# %% mended
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, item_tfms=Resize(32))
dls = block.dataloaders(path, bs=4)
