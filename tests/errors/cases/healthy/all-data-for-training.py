# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
# %% cell
dls = ImageDataLoaders.from_folder(path, valid_pct=0.0001, item_tfms=Resize(32), bs=4)
dls = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, splitter=lambda o: (list(range(len(o))), []), item_tfms=Resize(32)).dataloaders(path, bs=4)
len(dls.valid_ds)
