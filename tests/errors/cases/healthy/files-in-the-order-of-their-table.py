# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
Path('leaves').mkdir()
for i in range(14): PILImage.create(np.full((16, 16, 3), 15 * i, dtype=np.uint8)).save(f'leaves/leaf{i}.png')
kinds = pd.DataFrame({'file': [f'leaf{i}.png' for i in range(14)], 'kind': ['oak'] * 7 + ['elm'] * 7})

# %% cell
paths = [Path('leaves')/f for f in kinds['file']]
labels = kinds['kind'].tolist()
dls = ImageDataLoaders.from_lists('.', paths, labels, valid_pct=0.3, seed=3, bs=2, num_workers=0)
other = list(zip(sorted(Path('leaves').iterdir()), range(14)))
