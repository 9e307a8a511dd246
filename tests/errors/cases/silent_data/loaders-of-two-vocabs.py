# notice: numbering.loaders_of_two_data
# source: constructed
# says: 'banana' is 1 in the one \(3 classes\) and 0 in the other \(2\)
# %% before
from fastai.vision.all import *
for part, kinds in [('train', ['apple', 'banana', 'cherry']), ('check', ['banana', 'cherry'])]:
    for kind in kinds:
        where = Path('fruit')/part/kind
        where.mkdir(parents=True)
        for i in range(10): Image.new('RGB', (24, 24), (i*20, 60, 90)).save(where/f'{i}.png')
# %% cell
train_dls = ImageDataLoaders.from_folder('fruit/train', valid_pct=0.1, seed=1, bs=8)
check_dls = ImageDataLoaders.from_folder('fruit/check', valid_pct=0.9, seed=1, bs=8)
fruit_dls = DataLoaders(train_dls.train, check_dls.valid)
# %% mended
fruit_dls = ImageDataLoaders.from_folder('fruit', train='train', valid='check', bs=8)
