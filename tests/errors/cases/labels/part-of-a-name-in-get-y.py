# rule: python_splits.part_not_there
# source: constructed
# says: 'emu'
# says: no '-'
# %% before
from pathlib import Path
names = [Path('zoo') / f'{n}.png' for n in ['lion-3', 'ape-7', 'emu', 'gnu-1']]
from PIL import Image
Path('zoo').mkdir()
for n in names: Image.new('RGB', (9, 9)).save(n)
# %% fails
from fastai.vision.all import *
zoo = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=lambda p: p.stem.split('-')[1], item_tfms=Resize(8))
dls = zoo.dataloaders('zoo', bs=1)
# %% mended
from fastai.vision.all import *
zoo = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=lambda p: p.stem.split('-')[-1], item_tfms=Resize(8), splitter=IndexSplitter([0]))
dls = zoo.dataloaders('zoo', bs=1)
