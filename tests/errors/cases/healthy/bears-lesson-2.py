# notice: none
# source: fastbook, chapter 2
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['black', 'grizzly', 'teddy']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
# %% cell
bears = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_items=get_image_files,
    splitter=RandomSplitter(valid_pct=0.2, seed=42),
    get_y=parent_label,
    item_tfms=Resize(32))
dls = bears.dataloaders(path, bs=4)
dls.valid.show_batch(max_n=4, nrows=1)
bears = bears.new(item_tfms=Resize(32, ResizeMethod.Squish))
dls = bears.dataloaders(path, bs=4)
bears = bears.new(item_tfms=RandomResizedCrop(32, min_scale=0.5), batch_tfms=aug_transforms())
dls = bears.dataloaders(path, bs=4)
dls.train.show_batch(max_n=4, nrows=1, unique=True)
