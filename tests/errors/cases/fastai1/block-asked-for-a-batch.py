# rule: fastai1_members.block_without_data
# source: constructed
# says: letters is a DataBlock and has no one_batch
# says: letters\.dataloaders\(path\)
# %% before
from fastai.vision.all import *
path = Path('abc')
for one in 'ab':
    (path/one).mkdir(parents=True)
    for i in range(4): PILImage.create(np.zeros((16, 16, 3), dtype=np.uint8)).save(path/one/f'{i}.png')
letters = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label)
# %% fails
xb, yb = letters.one_batch()
# %% mended
dls = letters.dataloaders(path, bs=2, num_workers=0)
xb, yb = dls.one_batch()
