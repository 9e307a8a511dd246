# rule: blocks_no_blocks.source_left_out
# source: constructed
# says: dls = pets\.dataloaders\('pets', bs=4\)
# %% before
from fastai.vision.all import *
for kind in ('cat', 'dog'):
    (Path('pets')/kind).mkdir(parents=True)
    for i in range(8): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(f'pets/{kind}/{i}.jpg')
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=42), get_y=parent_label, item_tfms=Resize(32))
for d in Path('pets').iterdir(): print(d)
# %% fails
dls = pets.dataloaders(bs=4)
# %% mended
dls = pets.dataloaders('pets', bs=4)
