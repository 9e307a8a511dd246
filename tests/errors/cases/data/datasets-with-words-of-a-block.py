# rule: data_mid_level.pictures_not_made_tensors
# source: constructed
# says: words of a DataBlock
# says: after_batch=\[IntToFloatTensor, \*aug_transforms\(\)\]
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
items = get_image_files(path)
dsets = Datasets(items, [[PILImage.create], [parent_label, Categorize]], splits=RandomSplitter(seed=1)(items))
dls = DataLoaders.from_dsets(dsets.train, dsets.valid, bs=4, item_tfms=Resize(32), batch_tfms=aug_transforms())
dls.one_batch()
# %% mended
items = get_image_files(path)
dsets = Datasets(items, [[PILImage.create], [parent_label, Categorize]], splits=RandomSplitter(seed=1)(items))
dls = DataLoaders.from_dsets(dsets.train, dsets.valid, bs=4, after_item=[Resize(32), ToTensor], after_batch=[IntToFloatTensor, *aug_transforms()])
dls.one_batch()
