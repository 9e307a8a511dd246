# rule: data.number_of_getters
# source: https://github.com/fastai/fastai2/issues/128
# says: get_x=\[lambda o: o, lambda o: o\]
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
block = DataBlock(blocks=(ImageBlock, ImageBlock, CategoryBlock), get_items=get_image_files, get_x=lambda o: (o, o), get_y=parent_label, item_tfms=Resize(32))
# %% mended
block = DataBlock(blocks=(ImageBlock, ImageBlock, CategoryBlock), get_items=get_image_files, get_x=[lambda o: o, lambda o: o], get_y=parent_label, item_tfms=Resize(32))
block.dataloaders(path, bs=4, num_workers=0).one_batch()
