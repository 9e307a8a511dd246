# rule: labels_in_dicts.looked_up_by_another_part
# source: constructed
# says: Its keys are 'img', 'label'
# says: d\['img'\]
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
items = [{'img': f, 'label': f.parent.name} for f in get_image_files(path)]
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=lambda d: d['image'], get_y=lambda d: d['label'], item_tfms=Resize(32))
dls = block.dataloaders(items, bs=4)
# %% mended
items = [{'img': f, 'label': f.parent.name} for f in get_image_files(path)]
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=lambda d: d['img'], get_y=lambda d: d['label'], item_tfms=Resize(32))
dls = block.dataloaders(items, bs=4)
