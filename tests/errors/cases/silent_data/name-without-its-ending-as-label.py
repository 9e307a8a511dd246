# notice: data.labels
# source: constructed
# says: label_func=RegexLabeller\(r'\^\(\.\*\)\\ ?\\\(\\d\+\\\)|label_func=RegexLabeller\(r'\^\(\.\*\)\s+\\\(\\d\+\\\)\\\.png\$'\)
# %% before
from fastai.vision.all import *
path = Path('birds'); path.mkdir()
for k in ('tit', 'robin', 'wren'):
    for i in range(5): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/f'{k} ({i}).png')
# %% cell
dls = ImageDataLoaders.from_name_func(path, get_image_files(path), label_func=lambda n: n.split('.')[0], seed=1, item_tfms=Resize(32), bs=4)
# %% mended
dls = ImageDataLoaders.from_name_func(path, get_image_files(path), label_func=RegexLabeller(r'^(.*) \(\d+\)\.png$'), seed=1, item_tfms=Resize(32), bs=4)
