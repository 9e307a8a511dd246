# rule: data_mid_level.bytes_for_a_model
# source: constructed
# says: batch holds bytes
# says: IntToFloatTensor
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
dls = DataLoaders.from_dsets(dsets.train, dsets.valid, bs=4, after_item=[Resize(32), ToTensor], num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), Flatten(), nn.Linear(4, 2)), loss_func=CrossEntropyLossFlat())
learn.fit(1)
# %% mended
items = get_image_files(path)
dsets = Datasets(items, [[PILImage.create], [parent_label, Categorize]], splits=RandomSplitter(seed=1)(items))
dls = DataLoaders.from_dsets(dsets.train, dsets.valid, bs=4, after_item=[Resize(32), ToTensor], num_workers=0, after_batch=[IntToFloatTensor])
learn = Learner(dls, nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), Flatten(), nn.Linear(4, 2)), loss_func=CrossEntropyLossFlat())
learn.fit(1)
