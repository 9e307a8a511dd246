# rule: data_normalized_items.normalize_for_items
# source: constructed
# says: one of the batch_tfms
# says: \[\*aug_transforms\(\), Normalize
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
bears = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=1), get_y=parent_label,
                  item_tfms=[Resize(32), Normalize.from_stats(*imagenet_stats)], batch_tfms=[*aug_transforms()])
dls = bears.dataloaders(path, bs=4, num_workers=0)
learn = vision_learner(dls, resnet18, pretrained=False)
learn.fit(1)
# %% mended
bears = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=1), get_y=parent_label, item_tfms=Resize(32), batch_tfms=[*aug_transforms(), Normalize.from_stats(*imagenet_stats)])
dls = bears.dataloaders(path, bs=4, num_workers=0)
