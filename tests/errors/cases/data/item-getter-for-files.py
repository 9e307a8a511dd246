# rule: items_as_pairs.files_for_an_item_getter
# source: constructed
# says: single files
# says: get_y=parent_label
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
files = get_image_files(path)
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=ItemGetter(0), get_y=ItemGetter(1), item_tfms=Resize(32))
dls = block.dataloaders(files, bs=4)
# %% mended
files = get_image_files(path)
block = DataBlock(blocks=(ImageBlock, CategoryBlock), item_tfms=Resize(32), get_y=parent_label)
dls = block.dataloaders(files, bs=4)
