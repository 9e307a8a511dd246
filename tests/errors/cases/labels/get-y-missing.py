# rule: labels.unknown_label
# source: constructed
# says: get_y=parent_label
# says: own path
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=1),
                 item_tfms=Resize(32))
dls = pets.dataloaders('data', bs=4, num_workers=0)
xb, yb = dls.valid.one_batch()
# %% mended
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=1),
                 item_tfms=Resize(32), get_y=parent_label)
dls = pets.dataloaders('data', bs=2, num_workers=0)
xb, yb = dls.valid.one_batch()
