# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
Path('leaves').mkdir()
for i in range(14): PILImage.create(np.full((16, 16, 3), 15 * i, dtype=np.uint8)).save(f'leaves/leaf{i}.png')
kinds = pd.DataFrame({'file': [f'leaf{i}.png' for i in range(14)], 'kind': ['oak'] * 7 + ['elm'] * 7})
kinds['seen'] = 1
# %% cell
paths = sorted(Path('leaves').iterdir())
seen = kinds['seen'].tolist()
pairs = list(zip(paths, seen))
