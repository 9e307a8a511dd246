# rule: saving_sizes.other_resnet
# source: https://github.com/Spijkervet/BYOL/issues/5
# says: of a resnet34
# says: is a resnet18
# says: learn = vision_learner\(dls, resnet34\)
# %% before
from fastai.vision.all import *
from PIL import Image
for c in 'cat dog'.split():
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for i in range(6): Image.new('RGB', (32, 32), (i * 40, 60, 90)).save(f'pets/{c}/{i}.png')
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.3, item_tfms=Resize(32), bs=4)
vision_learner(dls, resnet34, pretrained=False).save('stage-1')
# %% fails
learn = vision_learner(dls, resnet18, pretrained=False)
learn.load('stage-1')
# %% mended
learn = vision_learner(dls, resnet34, pretrained=False)
learn.load('stage-1')
