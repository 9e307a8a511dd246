# notice: numbering.several_labels_in_one
# source: constructed
# says: 'dog;grass;tree'|'grass;tree;dog'
# says: label_delim=';'
# %% before
from fastai.vision.all import *
from PIL import Image
Path('films').mkdir()
def poster(n): Image.new('RGB', (16, 16), (n * 5, 9, 9)).save(f'films/{n}.png')
for n in range(36): poster(n)
scenes = pd.DataFrame({'file': [f'films/{n}.png' for n in range(36)], 'what': ['dog;tree', 'dog;grass', 'tree;grass', 'dog;grass;tree'] * 9})
# %% cell
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=ColReader('file'), get_y=ColReader('what'), splitter=RandomSplitter(0.2, seed=1))
dls = block.dataloaders(scenes, bs=4, num_workers=0)
# %% mended
block = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_x=ColReader('file'), get_y=ColReader('what', label_delim=';'), splitter=RandomSplitter(0.2, seed=1))
dls = block.dataloaders(scenes, bs=4, num_workers=0)
