# rule: path_text.path_indexed
# source: fastbook chapter 1 with from_path_func in place of from_name_func
# says: f is a Path
# says: f\.name\[:1\]
# says: from_name_func
# %% before
from fastai.vision.all import *
path = Path('pets')
path.mkdir()
for one in ('Ab_1', 'Ab_2', 'boxer_1', 'boxer_2'): PILImage.create(np.zeros((24, 24, 3), dtype=np.uint8)).save(path/f'{one}.png')
# %% fails
def species(f):
    return 'cat' if f[:1].isupper() else 'dog'
dls = ImageDataLoaders.from_path_func(path, get_image_files(path), species, bs=2, num_workers=0)
# %% mended
def species(f):
    return 'cat' if f.name[:1].isupper() else 'dog'
dls = ImageDataLoaders.from_path_func(path, get_image_files(path), species, bs=2, num_workers=0)
