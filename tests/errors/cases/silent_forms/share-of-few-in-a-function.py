# notice: nothing_held_out.none_held_out
# source: constructed
# %% before
from fastai.vision.all import *
for c in ('bolt', 'nut'):
    (Path('parts')/c).mkdir(parents=True)
    for i in range(6): Image.fromarray(np.random.randint(0, 255, (20, 20, 3), dtype=np.uint8)).save(f'parts/{c}/{c}_{i}.png')
block = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label,
                  splitter=RandomSplitter(0.08, seed=1), item_tfms=Resize(20))
def get_data():
    return block.dataloaders('parts', bs=4)
# %% cell
dls = get_data()
