# notice: turned_splits.train_is_held_out
# source: constructed
# says: exchanged
# says: FuncSplitter\(lambda o: not in_train\(o\)\)
# %% before
from fastai.vision.all import *
path = Path('leaves')
for part, n in (('train', 8), ('val', 3)):
    for c in ('oak', 'elm'):
        (path/part/c).mkdir(parents=True)
        for i in range(n): Image.fromarray(np.random.randint(0, 255, (20, 20, 3), dtype=np.uint8)).save(path/part/c/f'{part}{i}.png')
def in_train(f): return 'train' in f.parts
db = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, splitter=FuncSplitter(in_train),
               item_tfms=Resize(20))
# %% cell
dls = db.dataloaders(path, bs=2)
# %% mended
db = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label,
               splitter=FuncSplitter(lambda o: not in_train(o)), item_tfms=Resize(20))
dls = db.dataloaders(path, bs=2)
