# rule: labels.text_for_numbers
# source: constructed
# says: PointBlock
# says: CategoryBlock
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
pets = DataBlock(blocks=(ImageBlock, PointBlock), get_items=get_image_files, get_y=parent_label, item_tfms=Resize(32))
dls = pets.dataloaders('data', bs=4)
# %% mended
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, item_tfms=Resize(32))
dls = pets.dataloaders('data', bs=4)
