# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
Path('leaves').mkdir()
for i in range(14): PILImage.create(np.full((16, 16, 3), 15 * i, dtype=np.uint8)).save(f'leaves/leaf{i}.png')
names = pd.DataFrame({'file': [f'leaf{i}.png' for i in range(14)]})
# %% cell
paths = sorted(Path('leaves').iterdir())
preds = [len(str(f)) * i for i, f in enumerate(paths)]
names['seen'] = preds
pairs = list(zip(paths, preds))
