# rule: fastai1_members.member_of_fastai1
# source: constructed
# says: data\.train\.new\(shuffle=False, drop_last=False\)
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
data = ImageDataLoaders.from_folder(path, valid_pct=0.4, seed=1, item_tfms=Resize(32), bs=4, num_workers=0)
# %% before
learn = vision_learner(data, resnet18, pretrained=False)
# %% fails
preds = learn.get_preds(dl=data.fix_dl)
# %% mended
preds = learn.get_preds(dl=data.train.new(shuffle=False, drop_last=False))
