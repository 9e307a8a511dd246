# rule: learners_given.loaders_not_made
# source: constructed
# says: dls = dsets\.dataloaders\(bs=64, after_item=\[Resize\(224\), ToTensor\]
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=1), get_y=parent_label, item_tfms=Resize(32))
# %% before
dsets = dblock.datasets(path)
# %% fails
learn = vision_learner(dsets, resnet18, pretrained=False, metrics=error_rate)
# %% mended
dls = dsets.dataloaders(bs=64, after_item=[Resize(224), ToTensor], after_batch=[IntToFloatTensor])
learn = vision_learner(dls, resnet18, pretrained=False, metrics=error_rate)
