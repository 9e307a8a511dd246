# rule: data.result_for_a_function
# source: constructed
# says: get_y=parent_label(?!\()
# %% before
from fastai.vision.all import *
for name in 'slide blank'.split():
    folder = Path('images')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
files = get_image_files('images')
# %% fails
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
                   splitter=RandomSplitter(seed=42), get_y=parent_label(files[0]), item_tfms=Resize(32))
dls = dblock.dataloaders('images', bs=4)
# %% mended
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
                   splitter=RandomSplitter(seed=42), get_y=parent_label, item_tfms=Resize(32))
dls = dblock.dataloaders('images', bs=4)
