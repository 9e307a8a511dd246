# rule: inference_models.arch_is_a_model
# source: constructed
# says: backbone was made by resnet34\(weights=None\)
# says: clf = vision_learner\(dls, resnet34, pretrained=False, metrics=error_rate\)
# %% before
from fastai.vision.all import *
from PIL import Image
for c in 'cat dog'.split():
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(f'pets/{c}/{i}.png')
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.4, item_tfms=Resize(32), bs=4, num_workers=0)
backbone = resnet34(weights=None)
# %% fails
clf = vision_learner(dls, backbone, pretrained=False, metrics=error_rate)
# %% mended
clf = vision_learner(dls, resnet34, pretrained=False, metrics=error_rate)
