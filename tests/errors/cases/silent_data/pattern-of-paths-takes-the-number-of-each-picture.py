# notice: data.labels
# source: constructed
# says: pat=r'\(\[\^/\]\+\)_\\d\+\\\.png\$'
# %% before
from fastai.vision.all import *
path = Path('birds'); path.mkdir()
for k in ('great_tit', 'robin', 'wren'):
    for i in range(5): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/f'{k}_{i}.png')
# %% cell
block = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=RegexLabeller(pat=r'/([^/]+)\.png$'), item_tfms=Resize(32))
dls = block.dataloaders(path, bs=4)
# %% mended
block = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=RegexLabeller(pat=r'([^/]+)_\d+\.png$'), item_tfms=Resize(32), splitter=RandomSplitter(seed=1))
dls = block.dataloaders(path, bs=4)
