# notice: data.labels
# source: constructed
# says: partial\(label_of, place=…\)
# says: never\s+called
# %% before
from fastai.vision.all import *
path = Path('pets')
path.mkdir()
for breed in ('Abyssinian', 'beagle', 'Bombay'):
    for i in range(5):
        Image.new('RGB', (36 + i, 40), (40*i, 90, 200)).save(path/f'{breed}_{i}.jpg')
fnames = get_image_files(path)
# %% cell
def label_of(o, place): return o.stem.split('_')[place]
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=label_of, item_tfms=Resize(32))
dls = block.dataloaders(path, bs=4)
# %% mended
def label_of(o, place): return o.stem.split('_')[place]
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=partial(label_of, place=0), item_tfms=Resize(32))
dls = block.dataloaders(path, bs=4)
