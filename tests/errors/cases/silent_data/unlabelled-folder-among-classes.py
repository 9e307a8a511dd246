# notice: data.labels
# source: constructed
# says: 'test' is a class of dls
# says: folders=\['ant', 'bee', 'fly'\]
# %% before
from fastai.vision.all import *
for k in ('ant', 'bee', 'fly'):
    (Path('bugs')/k).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (16, 16), (i * 30, 60, 90)).save(f'bugs/{k}/{k}_{i}.png')
Path('bugs/test').mkdir()
for i in range(3): Image.new('RGB', (16, 16)).save(f'bugs/test/{i}.png')
# %% cell
plan = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label)
dls = plan.dataloaders('bugs', bs=4, num_workers=0)
# %% mended
plan = DataBlock((ImageBlock, CategoryBlock), get_items=partial(get_image_files, folders=['ant', 'bee', 'fly']), get_y=parent_label)
dls = plan.dataloaders('bugs', bs=4, num_workers=0)
