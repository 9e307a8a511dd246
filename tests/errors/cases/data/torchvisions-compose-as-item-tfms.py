# rule: data_torchvision_tfms.torchvision_in_fastai
# source: constructed
# says: item_tfms=Resize\(32\)
# says: Normalize\.from_stats\(\[0\.5, 0\.5, 0\.5\]
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
import torchvision.transforms as T
tfms = T.Compose([T.Resize((32, 32)), T.RandomHorizontalFlip(), T.ToTensor(), T.Normalize([0.5], [0.5])])
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=tfms, bs=4, num_workers=0)
# %% mended
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, bs=4, num_workers=0, item_tfms=Resize(32), batch_tfms=[*aug_transforms(), Normalize.from_stats([0.5, 0.5, 0.5], [0.5, 0.5, 0.5])])
