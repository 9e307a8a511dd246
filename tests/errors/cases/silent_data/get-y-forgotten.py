# notice: data.labels
# source: constructed
# says: get_y
# says: each file|path
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
# %% cell
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(0.2, seed=42), item_tfms=Resize(32))
dls = block.dataloaders(path, bs=4)
len(dls.train_ds), dls.c
# %% mended
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, splitter=RandomSplitter(0.2, seed=42), item_tfms=Resize(32))
dls = block.dataloaders(path, bs=4)
len(dls.train_ds), dls.c
