# rule: data_splitters.files_for_indices
# source: constructed
# says: FuncSplitter\(lambda o: o\.name in names\)
# %% before
from fastai.vision.all import *
path = Path('pets')
path.mkdir()
for breed in ('Abyssinian', 'beagle', 'Bombay'):
    for i in range(5):
        Image.new('RGB', (36 + i, 40), (40*i, 90, 200)).save(path/f'{breed}_{i}.jpg')
fnames = get_image_files(path)
# %% fails
names = ['beagle_0.jpg', 'Bombay_1.jpg']
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=lambda o: o.name[0], splitter=IndexSplitter(names), item_tfms=Resize(32))
dls = block.dataloaders(path, bs=4)
# %% mended
names = ['beagle_0.jpg', 'Bombay_1.jpg']
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=lambda o: o.name[0], item_tfms=Resize(32), splitter=FuncSplitter(lambda o: o.name in names))
dls = block.dataloaders(path, bs=4)
