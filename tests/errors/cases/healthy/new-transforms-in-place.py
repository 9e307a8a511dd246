# notice: none
# source: fastai/data/block.py: DataBlock.new sets the transforms of the block itself and returns it
# %% before
from fastai.vision.all import *
for k in ('ant', 'bee', 'fly'):
    (Path('bugs')/k).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (16, 16), (i * 30, 60, 90)).save(f'bugs/{k}/{k}_{i}.png')
plan = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, item_tfms=Resize(16))
# %% cell
plan.new(item_tfms=RandomResizedCrop(8), batch_tfms=aug_transforms())
dls = plan.dataloaders('bugs', bs=4, num_workers=0)
assert dls.one_batch()[0].shape[-2:] == (8, 8)
