# rule: data.number_of_getters
# source: https://github.com/fastai/fastai2/pull/201
# says: get_y=Pipeline\(\[attrgetter
# %% before
from fastai.vision.all import *
path = Path('pets')
path.mkdir()
for breed in ('Abyssinian', 'beagle', 'Bombay'):
    for i in range(5):
        Image.new('RGB', (36 + i, 40), (40*i, 90, 200)).save(path/f'{breed}_{i}.jpg')
fnames = get_image_files(path)
# %% fails
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=1),
                 get_y=[attrgetter('name'), RegexLabeller(pat=r'^(.*)_\d+.jpg$')], item_tfms=Resize(32))
# %% mended
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=1),
                 get_y=Pipeline([attrgetter('name'), RegexLabeller(pat='^(.*)_\\d+.jpg$')]), item_tfms=Resize(32))
dls = pets.dataloaders(path, bs=4)
