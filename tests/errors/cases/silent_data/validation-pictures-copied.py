# notice: same_pictures.copied_from_train
# source: constructed
# says: 4\s+of\s+the\s+4\s+validation\s+files
# says: shutil\.move
# %% before
from fastai.vision.all import *
import shutil
data = Path('data')
for c in ('left', 'right'):
    (data/'train'/c).mkdir(parents=True); (data/'valid'/c).mkdir(parents=True)
    for i in range(6): Image.fromarray(np.random.randint(0, 255, (20, 20, 3), dtype=np.uint8)).save(data/'train'/c/f'{i}.png')
# %% cell
for c in ('left', 'right'):
    for f in (data/'train'/c).ls()[:2]: shutil.copyfile(f, data/'valid'/c/f.name)
dls = ImageDataLoaders.from_folder(data, item_tfms=Resize(20), bs=4)
# %% mended
for c in ('left', 'right'):
    for f in (data/'train'/c).ls()[:2]: shutil.move(f, data/'valid'/c/f.name)
dls = ImageDataLoaders.from_folder(data, item_tfms=Resize(20), bs=4)
