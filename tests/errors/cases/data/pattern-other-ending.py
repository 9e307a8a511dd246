# rule: label_functions.pattern_without_match
# source: constructed
# says: ends in \.jpg
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('images')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(),
                 get_y=using_attr(RegexLabeller(r'^(.+)_\d+.png$'), 'name'), item_tfms=Resize(32))
dls = pets.dataloaders('images', bs=4)
# %% mended
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(),
                 get_y=using_attr(RegexLabeller(r'^(.+)_\d+\.\w+$'), 'name'), item_tfms=Resize(32))
dls = pets.dataloaders('images', bs=4)
