# rule: labels_in_dicts.looked_up_by_another_part
# source: constructed
# says: a number \(int\)
# says: int\(path\.stem\)
# %% before
from fastai.vision.all import *
Path('garden').mkdir()
for i in range(8): Image.new('RGB', (20, 20)).save(f'garden/{i}.png')
kinds = {i: 'rose' if i % 2 else 'lily' for i in range(8)}
# %% fails
label_of = lambda path: kinds[path.stem]
dls = ImageDataLoaders.from_path_func('garden', get_image_files('garden'), label_of, bs=2, num_workers=0)
# %% mended
label_of = lambda path: kinds[int(path.stem)]
dls = ImageDataLoaders.from_path_func('garden', get_image_files('garden'), label_of, bs=2, num_workers=0)
