# rule: not label_functions_called.more_than_an_item
# source: constructed
# %% before
from fastai.vision.all import *
path = Path('pets')
path.mkdir()
for breed in ('Abyssinian', 'beagle', 'Bombay'):
    for i in range(5):
        Image.new('RGB', (36 + i, 40), (40*i, 90, 200)).save(path/f'{breed}_{i}.jpg')
fnames = get_image_files(path)
# %% fails
def part(o, place): return o.stem.split('_')[place]
def label_of(o): return part(o)
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=label_of, item_tfms=Resize(32))
dls = block.dataloaders(path, bs=4)
