# rule: data.unknown_to_data_block
# source: constructed
# says: dataloaders\(path, bs=4\)
# %% before
from fastai.vision.all import *
for name in 'slide blank'.split():
    folder = Path('images')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
path = Path('images')
# %% fails
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label,
                   item_tfms=Resize(32), bs=4)
# %% mended
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label,
                   item_tfms=Resize(32))
dls = dblock.dataloaders(path, bs=4)
