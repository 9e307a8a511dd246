# notice: splits.no_validation
# source: constructed
# %% before
from fastai.vision.all import *
for part in ('train', 'validation'):
    for k in ('ant', 'bee'):
        (Path('bugs')/part/k).mkdir(parents=True)
        for i in range(6): Image.new('RGB', (16, 16), (i * 30, 60, 90)).save(f'bugs/{part}/{k}/{i}.png')
def get_data(path):
    plan = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, splitter=GrandparentSplitter())
    return plan.dataloaders(path, bs=4, num_workers=0)
# %% cell
dls = get_data('bugs')
