# rule: label_functions.path_for_a_reader
# source: constructed
# says: ColReader\('fname', pref=…\) reads|ColReader\('fname'
# says: rows of
# says: leaves\.dataloaders\(df, bs=2
# %% before
from fastai.vision.all import *
path = Path('pics')
path.mkdir()
for i in range(6): PILImage.create(np.full((24, 24, 3), 40 * i, dtype=np.uint8)).save(path/f'd{i}.png')
df = pd.DataFrame({'fname': [f'd{i}.png' for i in range(6)], 'breed': ['pug', 'collie'] * 3})
# %% fails
leaves = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=3),
                   get_x=ColReader('fname', pref=path), get_y=ColReader('breed'))
dls = leaves.dataloaders(path, bs=2, num_workers=0)
# %% mended
leaves = DataBlock(blocks=(ImageBlock, CategoryBlock), splitter=RandomSplitter(seed=3), get_x=ColReader('fname', pref=path), get_y=ColReader('breed'))
dls = leaves.dataloaders(df, bs=2, num_workers=0)
