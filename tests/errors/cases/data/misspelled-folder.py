# rule: paths.no_such_file
# source: constructed
# says: Did you mean 'train'
# says: 'data/train/cat/c_0\.jpg'
# %% before
from fastai.vision.all import *
for name in 'train/cat'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
Path('data/train/cat/t_0.jpg').rename('data/train/cat/c_0.jpg')
# %% fails
img = PILImage.create('data/trian/cat/c_0.jpg')
# %% mended
img = PILImage.create('data/train/cat/c_0.jpg')
