# notice: data.labels
# source: constructed
# says: hold folders, 'bugs/ant/ant'
# says: using_attr\(RegexLabeller\(pat\), 'name'\)
# %% before
from fastai.vision.all import *
for k in ('ant', 'bee', 'fly'):
    (Path('bugs')/k).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (16, 16), (i * 30, 60, 90)).save(f'bugs/{k}/{k}_{i}.png')
# %% cell
plan = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=RegexLabeller(r'^(.*)_\d+.png'))
dls = plan.dataloaders('bugs', bs=4, num_workers=0)
# %% mended
plan = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=using_attr(RegexLabeller(r'^(.*)_\d+.png'), 'name'))
dls = plan.dataloaders('bugs', bs=4, num_workers=0)
