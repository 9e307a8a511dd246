# notice: held_out.share_of_few
# source: constructed
# says: 0\.08 of 12\s+items
# says: RandomSplitter\(0\.2,\s+seed=42\)
# %% before
from fastai.vision.all import *
for c in ('bolt', 'nut'):
    (Path('parts')/c).mkdir(parents=True)
    for i in range(6): Image.fromarray(np.random.randint(0, 255, (20, 20, 3), dtype=np.uint8)).save(f'parts/{c}/{c}_{i}.png')
block = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label,
                  splitter=RandomSplitter(0.08, seed=1), item_tfms=Resize(20))
# %% cell
dls = block.dataloaders('parts', bs=4)
# %% mended
block = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label,
                  splitter=RandomSplitter(0.2, seed=42), item_tfms=Resize(20))
dls = block.dataloaders('parts', bs=4)
