# notice: none
# source: fastbook, chapter 6
# %% before
from fastai.vision.all import *
path = Path('heads'); path.mkdir()
for i in range(12): Image.new('RGB', (32, 32), (i*20, 60, 90)).save(path/f'{i}.jpg')
# %% cell
def get_ctr(f): return tensor([10., 12.])
biwi = DataBlock(blocks=(ImageBlock, PointBlock), get_items=get_image_files, get_y=get_ctr, splitter=RandomSplitter(0.3, seed=1),
    batch_tfms=[*aug_transforms(size=(32, 32)), Normalize.from_stats(*imagenet_stats)])
dls = biwi.dataloaders(path, bs=4)
learn = vision_learner(dls, resnet18, pretrained=False, y_range=(-1, 1))
learn.fit_one_cycle(1, 1e-3)
