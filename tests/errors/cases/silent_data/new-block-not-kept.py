# notice: plans.new_not_kept
# source: constructed
# says: plan = plan\.new\(batch_tfms=…\)
# %% before
from fastai.vision.all import *
for k in ('ant', 'bee', 'fly'):
    (Path('bugs')/k).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (16, 16), (i * 30, 60, 90)).save(f'bugs/{k}/{k}_{i}.png')
plan = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label)
# %% cell
plan.new(batch_tfms=aug_transforms())
dls = plan.dataloaders('bugs', bs=4, num_workers=0)
# %% mended
plan = plan.new(batch_tfms=aug_transforms())
dls = plan.dataloaders('bugs', bs=4, num_workers=0)
