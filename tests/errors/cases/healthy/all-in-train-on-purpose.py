# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
from PIL import Image
from pathlib import Path
import numpy as np
rng = np.random.RandomState(0)
def picture(path, size=24):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(rng.randint(0, 255, (size, size, 3), dtype=np.uint8)).save(path)
for kind in ('oak', 'elm'):
    for i in range(6): picture(f'trees/{kind}/{i}.png')
x = torch.rand(20, 4); pairs = list(zip(x, (x.sum(1) > 2).long()))
# %% cell
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label,
                  splitter=FuncSplitter(lambda o: False))
dls = block.dataloaders('trees', bs=4, num_workers=0)
all_in_train = DataLoaders.from_dsets(pairs, [], bs=4, num_workers=0)
Learner(all_in_train, nn.Linear(4, 2), loss_func=F.cross_entropy).fit(1)
