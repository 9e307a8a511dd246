# notice: splits.same_items_in_both
# source: constructed
# says: validation
# says: training\sset\stoo
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
# %% cell
dls = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, splitter=lambda o: (range(20), range(15, 20)), item_tfms=Resize(32)).dataloaders(path, bs=4)
# %% mended
dls = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, splitter=RandomSplitter(), item_tfms=Resize(32)).dataloaders(path, bs=4)
