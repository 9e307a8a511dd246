# notice: data.labels
# source: constructed
# says: using_attr\(RegexLabeller\(r'\^\(\.\+\)_\\d\+\\\.\\w\+\$'\), 'name'\)
# %% before
from fastai.vision.all import *
Path('all/pictures').mkdir(parents=True)
for k in ('elm', 'oak'):
    for i in range(6): Image.new('RGB', (20, 20), (30 * i, 0, 9)).save(f'all/pictures/{k}_{i}.png')
# %% cell
woods = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label)
dls = woods.dataloaders('all', bs=2, num_workers=0)
# %% mended
woods = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files,
                  get_y=using_attr(RegexLabeller(r'^(.+)_\d+\.\w+$'), 'name'))
dls = woods.dataloaders('all', bs=2, num_workers=0)
