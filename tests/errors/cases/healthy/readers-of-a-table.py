# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
path = Path('pics')
path.mkdir()
for i in range(6): PILImage.create(np.full((24, 24, 3), 40 * i, dtype=np.uint8)).save(path/f'd{i}.png')
df = pd.DataFrame({'fname': [f'd{i}.png' for i in range(6)], 'breed': ['pug', 'collie'] * 3})
# %% cell
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=ColReader('fname', pref=path), get_y=ColReader('breed'), splitter=RandomSplitter(seed=3))
dls = block.dataloaders(df, bs=2, num_workers=0)
