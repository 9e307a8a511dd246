# rule: data.splitter_not_called
# source: constructed
# says: splitter=RandomSplitter\(\)
# says: without parentheses
# %% before
from fastai.vision.all import *
for name in 'slide blank'.split():
    folder = Path('images')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
                   splitter=RandomSplitter, get_y=parent_label, item_tfms=Resize(32))
dls = dblock.dataloaders('images', bs=4)
# %% mended
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
                   splitter=RandomSplitter(), get_y=parent_label, item_tfms=Resize(32))
dls = dblock.dataloaders('images', bs=4)
