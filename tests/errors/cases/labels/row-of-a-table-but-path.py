# rule: label_functions.path_for_a_row
# source: forums.fast.ai ('PosixPath' object is not subscriptable in get_y)
# says: breed_of was given a Path
# says: Path
# says: get_image_files
# says: dataloaders\(breeds\)
# %% before
from fastai.vision.all import *
path = Path('dogs')
path.mkdir()
for i in range(6): PILImage.create(np.full((24, 24, 3), 40 * i, dtype=np.uint8)).save(path/f'd{i}.png')
breeds = pd.DataFrame({'id': [f'd{i}' for i in range(6)], 'breed': ['pug', 'collie'] * 3})
# %% fails
def breed_of(row):
    return row['breed']
dogs = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=breed_of,
                 splitter=RandomSplitter(seed=3))
dls = dogs.dataloaders(path, bs=2, num_workers=0)
# %% mended
def breed_of(row):
    return breeds.set_index('id').loc[row.stem, 'breed']
dogs = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=breed_of,
                 splitter=RandomSplitter(seed=3))
dls = dogs.dataloaders(path, bs=2, num_workers=0)
