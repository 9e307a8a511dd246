# notice: files_and_labels.in_another_order
# source: constructed
# %% before
from fastai.vision.all import *
Path('leaves').mkdir()
for i in range(14): PILImage.create(np.full((16, 16, 3), 15 * i, dtype=np.uint8)).save(f'leaves/leaf{i}.png')
kinds = pd.DataFrame({'file': [f'leaf{i}.png' for i in range(14)], 'kind': ['oak'] * 7 + ['elm'] * 7})
paths = get_image_files('leaves').sorted()
# %% cell
data = dict(file=paths, kind=kinds.kind.values)
# %% mended
labels = [kinds.set_index('file').loc[f.name, 'kind'] for f in paths]
data = dict(file=paths, kind=labels)
