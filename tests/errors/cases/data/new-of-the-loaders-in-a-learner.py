# rule: blocks_new_of_loaders.new_of_loaders
# source: constructed
# says: single loader
# says: dls2 = block\.dataloaders\(path, bs=2\)
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=42), get_y=parent_label, item_tfms=Resize(32))
dls = block.dataloaders(path, bs=4)
dls2 = dls.new(bs=2)
learn = vision_learner(dls2, resnet18, pretrained=False)
# %% mended
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=42), get_y=parent_label, item_tfms=Resize(32))
dls = block.dataloaders(path, bs=4)
dls2 = block.dataloaders(path, bs=2)
learn = vision_learner(dls2, resnet18, pretrained=False)
