# notice: held_out.splitter_found_nothing
# source: https://forums.fast.ai (valid_loss is None)
# says: no\s+validation\s+set
# says: FuncSplitter
# says: 'testing'
# %% before
from fastai.vision.all import *
from PIL import Image
from pathlib import Path
import numpy as np
rng = np.random.RandomState(0)
def picture(path, size=24):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(rng.randint(0, 255, (size, size, 3), dtype=np.uint8)).save(path)
for part in ('train', 'testing'):
    for kind in ('oak', 'elm'):
        for i in range(6): picture(f'trees/{part}/{kind}/{i}.png')
# %% cell
trees = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label,
                  splitter=FuncSplitter(lambda o: o.parent.parent.name == 'test'))
dls = trees.dataloaders('trees', bs=4, num_workers=0)
# %% mended
trees = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label,
                  splitter=FuncSplitter(lambda o: o.parent.parent.name == 'testing'))
dls = trees.dataloaders('trees', bs=4, num_workers=0)
