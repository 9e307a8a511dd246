# notice: turned_splits.train_is_held_out
# source: constructed
# says: IndexSplitter takes\s+the\s+numbers\s+of\s+the\s+validation\s+items
# says: IndexSplitter\(valid_idx\)
# %% before
from fastai.vision.all import *
path = Path('all'); path.mkdir()
for i in range(10): Image.fromarray(np.random.randint(0, 255, (20, 20, 3), dtype=np.uint8)).save(path/f'{"ab"[i % 2]}_{i}.png')
train_idx, valid_idx = list(range(8)), [8, 9]
# %% cell
dls = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=lambda o: o.name[0], item_tfms=Resize(20),
                splitter=IndexSplitter(train_idx)).dataloaders(path, bs=2)
# %% mended
dls = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=lambda o: o.name[0], item_tfms=Resize(20),
                splitter=IndexSplitter(valid_idx)).dataloaders(path, bs=2)
