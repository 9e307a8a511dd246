# notice: data.labels
# source: constructed
# says: 'train' is a class of dls
# says: f\.parent\.name != 'train'
# %% before
from fastai.vision.all import *
for k in ('ant', 'bee', 'fly'):
    (Path('bugs/train')/k).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (16, 16), (i * 30, 60, 90)).save(f'bugs/train/{k}/{k}_{i}.png')
for i in range(3): Image.new('RGB', (16, 16)).save(f'bugs/train/{i}.png')
# %% cell
plan = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label)
dls = plan.dataloaders('bugs', bs=4, num_workers=0)
# %% mended
plan = DataBlock((ImageBlock, CategoryBlock), get_items=lambda path: [f for f in get_image_files(path) if f.parent.name != 'train'], get_y=parent_label)
dls = plan.dataloaders('bugs', bs=4, num_workers=0)
