# notice: new_splits.new_random_split
# source: constructed
# %% before
from fastai.vision.all import *
for k in ('elm', 'oak'):
    (Path('leaves')/k).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(f'leaves/{k}/{k}_{i}.png')
def body(): return nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
leaves = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, splitter=RandomSplitter(0.3), item_tfms=Resize(16))
dls = leaves.dataloaders('leaves', bs=4, num_workers=0)
learn = Learner(dls, body(), loss_func=CrossEntropyLossFlat())
learn.fit(1)
# %% cell
learn.fit(1)
learn.dls   = leaves.new(item_tfms=Resize(24)).dataloaders('leaves', bs=4, num_workers=0)
