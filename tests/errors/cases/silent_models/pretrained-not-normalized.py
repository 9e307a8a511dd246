# notice: data.pretrained_not_normalized
# source: constructed
# says: Normalize\.from_stats\(\*imagenet_stats\)
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(32), bs=4)
model = resnet18(num_classes=2)
model.bn1.running_mean.normal_()  # as of pretrained weights
# %% cell
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
# %% mended
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(32), batch_tfms=Normalize.from_stats(*imagenet_stats), bs=4)
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
