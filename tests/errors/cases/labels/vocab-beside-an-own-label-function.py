# rule: labels.unknown_label
# source: constructed
# says: Leave vocab= out
# says: CategoryBlock\(\)
# %% before
from fastai.vision.all import *
Path('pics').mkdir()
for name in ['Cat', 'Dog']:
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(f'pics/{name}_{i}.jpg')
def kind_of(o): return o.name.split('_')[0]
# %% fails
dls = DataBlock(blocks=(ImageBlock, CategoryBlock(vocab=['cat', 'dog'])), get_items=get_image_files, get_y=kind_of,
                splitter=RandomSplitter(0.3, seed=1), item_tfms=Resize(32)).dataloaders('pics', bs=4, num_workers=0)
# %% mended
dls = DataBlock(blocks=(ImageBlock, CategoryBlock()), get_items=get_image_files, get_y=kind_of,
                splitter=RandomSplitter(0.3, seed=1), item_tfms=Resize(32)).dataloaders('pics', bs=4, num_workers=0)
