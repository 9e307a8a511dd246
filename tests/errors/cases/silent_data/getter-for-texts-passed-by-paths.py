# notice: data.labels
# source: constructed
# says: takes\s+str
# says: o:\s+Path
# %% before
from fastai.vision.all import *
path = Path('pets')
path.mkdir()
for breed in ('Abyssinian', 'beagle', 'Bombay'):
    for i in range(5):
        Image.new('RGB', (36 + i, 40), (40*i, 90, 200)).save(path/f'{breed}_{i}.jpg')
fnames = get_image_files(path)
# %% cell
def label_of(o: str): return o.split('/')[-1].split('_')[0]
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=label_of, item_tfms=Resize(32))
dls = block.dataloaders(path, bs=4)
# %% mended
def label_of(o: Path): return o.name.split('_')[0]
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=label_of, item_tfms=Resize(32))
dls = block.dataloaders(path, bs=4)
