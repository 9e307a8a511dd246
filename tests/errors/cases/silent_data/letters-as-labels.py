# notice: data.labels
# source: fastbook, chapter 6
# says: single letters
# says: list
# says: parent_label
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
# %% cell
dls = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_items=get_image_files, get_y=parent_label, item_tfms=Resize(32)).dataloaders(path, bs=4)
# %% mended
dls = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_items=get_image_files, get_y=lambda o: [parent_label(o)], item_tfms=Resize(32)).dataloaders(path, bs=4)
