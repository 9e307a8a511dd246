# rule: blocks_new_of_loaders.new_of_loaders
# source: constructed
# says: bears = bears\.new\(item_tfms=RandomResizedCrop\(28\)
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
bears = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=42), get_y=parent_label, item_tfms=Resize(32))
dls = bears.dataloaders(path, bs=4)
dls = dls.new(item_tfms=RandomResizedCrop(28), batch_tfms=aug_transforms())
dls.train.show_batch(max_n=4, nrows=1)
# %% mended
bears = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=42), get_y=parent_label, item_tfms=Resize(32))
bears = bears.new(item_tfms=RandomResizedCrop(28), batch_tfms=aug_transforms())
dls = bears.dataloaders(path, bs=4)
dls.train.show_batch(max_n=4, nrows=1)
