# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
path = Path('leaves')
for part, n in (('train', 8), ('val', 3)):
    for c in ('oak', 'elm'):
        (path/part/c).mkdir(parents=True)
        for i in range(n): Image.fromarray(np.random.randint(0, 255, (20, 20, 3), dtype=np.uint8)).save(path/part/c/f'{part}{i}.png')
def not_in_train(f): return 'train' not in f.parts
def is_valid(f): return f.parent.parent.name == 'val'
# %% cell
def loaders(splitter):
    return DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, splitter=splitter,
                     item_tfms=Resize(20)).dataloaders(path, bs=2)
dls = loaders(FuncSplitter(not_in_train))
other = loaders(FuncSplitter(is_valid))
by_folder = loaders(GrandparentSplitter(valid_name='val'))
mixed = loaders(RandomSplitter(0.3, seed=1))
