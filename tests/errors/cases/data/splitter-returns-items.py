# rule: data.items_for_indices
# source: constructed
# says: not their indices
# says: FuncSplitter
# %% before
from fastai.vision.all import *
for name in 'slide blank'.split():
    folder = Path('images')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
def my_split(items): return items[:8], items[8:]
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
                   splitter=my_split, get_y=parent_label, item_tfms=Resize(32))
dls = dblock.dataloaders('images', bs=4)
# %% mended
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
                   splitter=FuncSplitter(lambda o: '5' in o.name), get_y=parent_label, item_tfms=Resize(32))
dls = dblock.dataloaders('images', bs=4)
