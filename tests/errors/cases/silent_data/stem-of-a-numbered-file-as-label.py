# notice: data.labels
# source: constructed
# says: What\s+name_of\s+gives\s+holds\s+the\s+number\s+too
# says: get_y=RegexLabeller\(r'/\\d\+_\(\[\^/\]\+\)\\\.png\$'\)
# %% before
from fastai.vision.all import *
path = Path('birds'); path.mkdir()
for j, k in enumerate(('tit', 'robin', 'wren')):
    for i in range(5): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/f'{j}{i}_{k}.png')
# %% cell
def name_of(f): return f.stem
block = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=name_of, item_tfms=Resize(32))
dls = block.dataloaders(path, bs=4)
# %% mended
block = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=RegexLabeller(r'/\d+_([^/]+)\.png$'), item_tfms=Resize(32), splitter=RandomSplitter(seed=1))
dls = block.dataloaders(path, bs=4)
