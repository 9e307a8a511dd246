# rule: labels.unknown_label
# source: fastai/fastai#3703
# says: blue
# says: y_block=CategoryBlock\(vocab=sorted\(whales\['species'\]\.unique\(\)\)\)
# %% before
from fastai.vision.all import *
Path('sea').mkdir()
for i in range(6): PILImage.create(np.zeros((16, 16, 3), dtype=np.uint8)).save(f'sea/{i}.png')
whales = pd.DataFrame({'file': [f'{i}.png' for i in range(6)], 'species': ['orca', 'fin', 'orca', 'fin', 'fin', 'blue'],
                       'held_out': [False] * 4 + [True] * 2})
# %% fails
dls = ImageDataLoaders.from_df(whales, 'sea', valid_col='held_out', bs=2, num_workers=0)
dls.valid.one_batch()
# %% mended
dls = ImageDataLoaders.from_df(whales, 'sea', valid_col='held_out', bs=2, num_workers=0,
                               y_block=CategoryBlock(vocab=sorted(whales['species'].unique())))
dls.valid.one_batch()
