# notice: turned_splits.train_is_held_out
# source: constructed
# says: 16\s+items\s+of\s+train/\s+are\s+held\s+out
# says: GrandparentSplitter\(train_name='train',\s+valid_name='val'\)
# %% before
from fastai.vision.all import *
path = Path('leaves')
for part, n in (('train', 8), ('val', 3)):
    for c in ('oak', 'elm'):
        (path/part/c).mkdir(parents=True)
        for i in range(n): Image.fromarray(np.random.randint(0, 255, (20, 20, 3), dtype=np.uint8)).save(path/part/c/f'{part}{i}.png')
# %% cell
dls = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, item_tfms=Resize(20),
                splitter=GrandparentSplitter('val', 'train')).dataloaders(path, bs=2)
# %% mended
dls = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, item_tfms=Resize(20),
                splitter=GrandparentSplitter(train_name='train', valid_name='val')).dataloaders(path, bs=2)
