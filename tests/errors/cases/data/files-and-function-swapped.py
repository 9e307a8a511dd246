# rule: arguments_swapped.of_fastai
# source: constructed
# says: wrong order
# says: kind_of as fnames
# says: ImageDataLoaders\.from_path_func\('x', names, kind_of
# %% before
from fastai.vision.all import *
Path('x').mkdir()
for i in range(6): Image.new('RGB', (24, 24), (i * 30, 6, 9)).save(f'x/{i}.jpg')
names = get_image_files('x')
# %% fails
def kind_of(file): return 'even' if int(file.stem) % 2 else 'odd'
dls = ImageDataLoaders.from_path_func('x', kind_of, names, bs=2, num_workers=0)
# %% mended
def kind_of(file): return "even" if int(file.stem) % 2 else "odd"
dls = ImageDataLoaders.from_path_func('x', names, kind_of, bs=2, num_workers=0)
