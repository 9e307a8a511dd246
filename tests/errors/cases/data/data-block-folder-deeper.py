# rule: items_found.nothing_found
# source: https://github.com/fastai/fastbook/issues/585
# says: folder bears does not exist
# says: data/bears
# %% before
from fastai.vision.all import *
for name in 'black grizzly'.split():
    folder = Path('data')/'bears'/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
bears = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
                  splitter=RandomSplitter(valid_pct=0.2, seed=42), get_y=parent_label, item_tfms=Resize(32))
# %% fails
path = Path('bears')
dls = bears.dataloaders(path, bs=4)
# %% mended
path = Path('data/bears')
dls = bears.dataloaders(path, bs=4)
