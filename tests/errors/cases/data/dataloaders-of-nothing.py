# rule: blocks_no_blocks.source_left_out
# source: constructed
# says: dls = dblock\.dataloaders\(path, bs=4\)
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=1), get_y=parent_label, item_tfms=Resize(32))
# %% fails
dls = dblock.dataloaders(bs=4)
# %% mended
dls = dblock.dataloaders(path, bs=4)
