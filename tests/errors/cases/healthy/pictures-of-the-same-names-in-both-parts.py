# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
path = Path('both')
for part in ('train', 'valid'):
    for c in ('left', 'right'):
        (path/part/c).mkdir(parents=True)
        for i in range(4): Image.fromarray(np.random.randint(0, 255, (20, 20, 3), dtype=np.uint8)).save(path/part/c/f'{i}.png')
plain = Path('plain')
for part in ('train', 'valid'):
    for c in ('left', 'right'):
        (plain/part/c).mkdir(parents=True)
        for i in range(4): Image.new('RGB', (20, 20), (i * 20, 60, 90)).save(plain/part/c/f'{i}.png')
# %% cell
dls = ImageDataLoaders.from_folder(path, item_tfms=Resize(20), bs=4)
toy = ImageDataLoaders.from_folder(plain, item_tfms=Resize(20), bs=4)
