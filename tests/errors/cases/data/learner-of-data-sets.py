# rule: learners_given.loaders_not_made
# source: constructed
# says: dls = dblock\.dataloaders\(path\)
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=1), get_y=parent_label, item_tfms=Resize(32))
# %% fails
learn = vision_learner(dblock.datasets(path), resnet18, pretrained=False, metrics=error_rate)
# %% mended
dls = dblock.dataloaders(path)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=error_rate)
