# rule: data_mid_level.no_batches_yet
# source: constructed
# says: after_item=\[Resize\(224\), ToTensor\]
# says: x, y\) = dls\.train\.one_batch
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
items = get_image_files(path)
pets = Datasets(items, [[PILImage.create], [parent_label, Categorize]], splits=RandomSplitter(seed=1)(items))
x, y = pets.train.one_batch()
# %% mended
items = get_image_files(path)
pets = Datasets(items, [[PILImage.create], [parent_label, Categorize]], splits=RandomSplitter(seed=1)(items))
dls = pets.dataloaders(bs=4, after_item=[Resize(224), ToTensor], after_batch=[IntToFloatTensor])
(x, y) = dls.train.one_batch()
