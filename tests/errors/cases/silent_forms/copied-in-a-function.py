# notice: same_pictures.copied_from_train
# source: constructed
# %% before
import shutil
from fastai.vision.all import *
for c in ('left', 'right'):
    Path(f'd/train/{c}').mkdir(parents=True)
    Path(f'd/valid/{c}').mkdir(parents=True)
    for i in range(9): Image.fromarray(np.random.randint(0, 255, (20, 20, 3), dtype=np.uint8)).save(f'd/train/{c}/{c}{i}.png')
    for i in range(3): shutil.copy(f'd/train/{c}/{c}{i}.png', f'd/valid/{c}/{c}{i}.png')
def get_data():
    return ImageDataLoaders.from_folder('d', valid='valid', bs=2, num_workers=0)
# %% cell
dls = get_data()
