# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['train/cat', 'train/dog', 'valid/cat', 'valid/dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
# %% cell
dls = ImageDataLoaders.from_folder(path, item_tfms=Resize(32), batch_tfms=[*aug_transforms(), Normalize.from_stats(*imagenet_stats)], bs=4)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=[accuracy, error_rate])
learn.fit_one_cycle(1, 3e-3)
