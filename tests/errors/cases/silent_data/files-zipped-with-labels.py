# notice: files_and_labels.in_another_order
# source: constructed
# says: leaf10|leaf12|leaf13
# says: y = \[kinds\.set_index\('file'\)\.loc\[f\.name, 'kind'\] for f in paths\]
# %% before
from fastai.vision.all import *
Path('leaves').mkdir()
for i in range(14): PILImage.create(np.full((16, 16, 3), 15 * i, dtype=np.uint8)).save(f'leaves/leaf{i}.png')
kinds = pd.DataFrame({'file': [f'leaf{i}.png' for i in range(14)], 'kind': ['oak'] * 7 + ['elm'] * 7})

# %% cell
paths = sorted(Path('leaves').iterdir())
y = list(kinds['kind'])
pairs = list(zip(paths, y))
# %% mended
paths = sorted(Path('leaves').iterdir())
y = [kinds.set_index('file').loc[f.name, 'kind'] for f in paths]
pairs = list(zip(paths, y))
