# rule: path_text.strings_divided
# source: https://github.com/fastai/fastai/issues/869
# says: string
# says: path = Path\('data/planet'\)
# %% before
from fastai.vision.all import *
for name in 'train'.split():
    folder = Path('data/planet')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
path = 'data/planet'
fnames = get_image_files(path/'train')
# %% mended
path = Path('data/planet')
fnames = get_image_files(path/'train')
