# rule: data.items_for_indices
# source: constructed
# says: index 40
# says: 12 items
# %% before
from fastai.vision.all import *
for name in 'slide blank'.split():
    folder = Path('images')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
                   splitter=IndexSplitter([30, 40]), get_y=parent_label, item_tfms=Resize(32))
dls = dblock.dataloaders('images', bs=4)
# %% mended
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
                   splitter=RandomSplitter(valid_pct=0.2, seed=42), get_y=parent_label, item_tfms=Resize(32))
dls = dblock.dataloaders('images', bs=4)
