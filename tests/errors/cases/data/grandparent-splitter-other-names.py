# rule: items_found.none_for_training
# source: constructed
# says: train_name='training', valid_name='testing'
# %% before
from fastai.vision.all import *
for name in 'training/3 training/7 testing/3 testing/7'.split():
    folder = Path('mnist')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
mnist = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
                  splitter=GrandparentSplitter(train_name='train', valid_name='valid'), get_y=parent_label)
dls = mnist.dataloaders(Path('mnist'), bs=4)
# %% mended
mnist = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
                  splitter=GrandparentSplitter(train_name='training', valid_name='testing'), get_y=parent_label)
dls = mnist.dataloaders(Path('mnist'), bs=4)
