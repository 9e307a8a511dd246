# notice: data.labels
# source: constructed
# says: just one class, 'leaves'
# says: get_y=parent_label
# %% before
from fastai.vision.all import *
for c in ('oak', 'elm'):
    (Path('leaves')/c).mkdir(parents=True)
    for i in range(6): PILImage.create(np.full((24, 24, 3), 30 * i, dtype=np.uint8)).save(Path('leaves')/c/f'{i}.png')
# %% cell
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=lambda o: o.parts[-3], splitter=RandomSplitter(seed=2))
learn = vision_learner(block.dataloaders('leaves', bs=2, num_workers=0), resnet18, pretrained=False)
dls = learn.dls
# %% mended
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, splitter=RandomSplitter(seed=2))
learn = vision_learner(block.dataloaders('leaves', bs=2, num_workers=0), resnet18, pretrained=False)
dls = learn.dls
