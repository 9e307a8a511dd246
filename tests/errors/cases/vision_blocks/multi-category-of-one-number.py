# rule: blocks_of_pictures.one_label_for_several
# source: constructed
# says: list
# says: CategoryBlock
# %% before
from fastai.vision.all import *
Path('images').mkdir()
for i in range(8): Image.fromarray(np.random.randint(0, 255, (32, 32, 3), dtype=np.uint8)).save(f'images/{i}.png')
files = get_image_files('images')
df = pd.DataFrame({'file': [f'{i}.png' for i in range(8)], 'kind': [0, 1] * 4})
dblock = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_x=ColReader('file', pref='images/'), get_y=ColReader('kind'),
                   splitter=RandomSplitter(seed=3))
# %% fails
dls = dblock.dataloaders(df, bs=2, num_workers=0)
# %% mended
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=ColReader('file', pref='images/'), get_y=ColReader('kind'),
                   splitter=RandomSplitter(seed=3))
dls = dblock.dataloaders(df, bs=2, num_workers=0)
