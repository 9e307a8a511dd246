# rule: label_functions.pattern_without_match
# source: constructed
# says: parent_label
# says: images/
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('images')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{i:05}.jpg')
# %% fails
fnames = get_image_files('images')
dls = ImageDataLoaders.from_name_re('images', fnames, r'^(.+)_\d+\.jpg$', item_tfms=Resize(32), bs=4)
# %% mended
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(),
                 get_y=parent_label, item_tfms=Resize(32))
dls = pets.dataloaders('images', bs=4)
