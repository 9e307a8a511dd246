# rule: items_found.nothing_found
# source: constructed after the IMDb chapter of fastbook
# says: no folder trian
# says: Did you mean 'train'
# %% before
from fastai.vision.all import *
for name in 'train/cat train/dog other/cat'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=partial(get_image_files, folders=['trian']),
                 get_y=parent_label, splitter=RandomSplitter(), item_tfms=Resize(32))
dls = pets.dataloaders('data', bs=4)
# %% mended
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=partial(get_image_files, folders=['train']),
                 get_y=parent_label, splitter=RandomSplitter(), item_tfms=Resize(32))
dls = pets.dataloaders('data', bs=4)
