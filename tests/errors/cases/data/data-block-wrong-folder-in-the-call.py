# rule: items_found.nothing_found
# source: constructed
# says: dls = block\.dataloaders\(path/'photos', bs=2\)
# %% before
from fastai.vision.all import *
path = Path('data')
for kind in ('cat', 'dog'):
    (path/'photos'/kind).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (20, 20), (i * 40, 60, 90)).save(path/'photos'/kind/f'{i}.jpg')
block = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label)
# %% fails
dls = block.dataloaders(path/'photo', bs=2)
# %% mended
dls = block.dataloaders(path/'photos', bs=2)
