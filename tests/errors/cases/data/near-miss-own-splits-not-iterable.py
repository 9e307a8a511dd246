# rule: not data_mid_level.splits_are_a_function
# source: constructed
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
items = get_image_files(path)
dsets = Datasets(items, [[PILImage.create], [parent_label, Categorize]], splits=3)
