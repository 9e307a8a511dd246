# notice: files_and_labels.in_another_order
# source: constructed
# says: not in the same order
# says: labels = \[kinds\.set_index\('file'\)\.loc\[f\.name, 'kind'\] for\s+f in paths\]
# %% before
from fastai.vision.all import *
Path('leaves').mkdir()
for i in range(14): PILImage.create(np.full((16, 16, 3), 15 * i, dtype=np.uint8)).save(f'leaves/leaf{i}.png')
kinds = pd.DataFrame({'file': [f'leaf{i}.png' for i in range(14)], 'kind': ['oak'] * 7 + ['elm'] * 7})
paths = get_image_files('leaves').sorted()
# %% cell
dls = ImageDataLoaders.from_lists('.', paths, kinds.kind.values, valid_pct=0.3, seed=3, bs=2, num_workers=0)
# %% mended
labels = [kinds.set_index('file').loc[f.name, 'kind'] for f in paths]
dls = ImageDataLoaders.from_lists('.', paths, labels, valid_pct=0.3, seed=3, bs=2, num_workers=0)
