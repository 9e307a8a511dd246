# rule: label_functions.path_for_a_reader
# source: constructed
# says: df\.set_index\('id'\)\.loc\[o\.stem, 'breed'\]
# %% before
from fastai.vision.all import *
path = Path('pics')
path.mkdir()
for i in range(6): PILImage.create(np.full((24, 24, 3), 40 * i, dtype=np.uint8)).save(path/f'd{i}.png')
df = pd.DataFrame({'id': [f'd{i}' for i in range(6)], 'breed': ['pug', 'collie'] * 3})
def photos(p): return get_image_files(p)
# %% fails
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=photos, splitter=RandomSplitter(seed=3), get_y=ColReader('breed'))
dls = block.dataloaders(path, bs=2, num_workers=0)
# %% mended
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=photos, splitter=RandomSplitter(seed=3), get_y=lambda o: df.set_index('id').loc[o.stem, 'breed'])
dls = block.dataloaders(path, bs=2, num_workers=0)
