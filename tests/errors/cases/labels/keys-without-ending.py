# rule: labels_in_dicts.looked_up_by_another_part
# source: constructed
# says: kinds has no key 'rose_\d\.png'
# says: without its ending
# says: return kinds\[path\.stem\]
# %% before
from fastai.vision.all import *
Path('garden').mkdir()
for k in ('rose', 'lily'):
    for i in range(4): Image.new('RGB', (20, 20)).save(f'garden/{k}_{i}.png')
kinds = {p.stem: p.stem[:4] for p in get_image_files('garden')}
# %% fails
def label_of(path):
    return kinds[path.name]
dls = ImageDataLoaders.from_path_func('garden', get_image_files('garden'), label_of, bs=2, num_workers=0)
# %% mended
def label_of(path):
    return kinds[path.stem]
dls = ImageDataLoaders.from_path_func('garden', get_image_files('garden'), label_of, bs=2, num_workers=0)
