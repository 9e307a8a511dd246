# rule: data.splitter_not_called
# source: constructed
# says: returned None
# says: return train_idxs, valid_idxs
# %% before
from fastai.vision.all import *
for name in 'slide blank'.split():
    folder = Path('images')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
def my_split(items):
    train = [i for i, o in enumerate(items) if '5' not in o.name]
    valid = [i for i, o in enumerate(items) if '5' in o.name]
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
                   splitter=my_split, get_y=parent_label, item_tfms=Resize(32))
dls = dblock.dataloaders('images', bs=4)
# %% mended
def my_split(items):
    train = [i for i, o in enumerate(items) if '5' not in o.name]
    valid = [i for i, o in enumerate(items) if '5' in o.name]
    return train, valid
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
                   splitter=my_split, get_y=parent_label, item_tfms=Resize(32))
dls = dblock.dataloaders('images', bs=4)
