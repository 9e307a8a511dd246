# rule: labels_in_dicts.looked_up_by_another_part
# source: constructed
# says: must not be made up
# says: files = \[f for f in files if f\.name in kinds\]
# %% before
from fastai.vision.all import *
Path('garden').mkdir()
for i in range(8): Image.new('RGB', (20, 20)).save(f'garden/{i}.png')
files = get_image_files('garden')
kinds = {f'{i}.png': 'rose' if i % 2 else 'lily' for i in range(6)}
# %% fails
def label_of(path): return kinds[path.name]
dls = ImageDataLoaders.from_path_func('garden', files, label_of, bs=2, num_workers=0)
# %% mended
files = [f for f in files if f.name in kinds]
dls = ImageDataLoaders.from_path_func('garden', files, lambda path: kinds[path.name], bs=2, num_workers=0)
