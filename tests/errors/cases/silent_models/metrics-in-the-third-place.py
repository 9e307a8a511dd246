# notice: slips.landed_elsewhere
# source: constructed
# says: \[accuracy,\s+error_rate\]\s+stands\s+at\s+place\s+3\s+of\s+vision_learner,\s+which\s+is\s+the\s+parameter\s+normalize:\s+metrics\s+was\s+not\s+given
# says: vision_learner\(dls,\s+resnet18,\s+metrics=\[accuracy,\s+error_rate\],\s+pretrained=False\)
# %% before
from fastai.vision.all import *
from PIL import Image
for kind in ('owl', 'jay'):
    (Path('birds')/kind).mkdir(parents=True)
    for i in range(8): Image.new('RGB', (32, 32), (i * 20, 90, 40)).save(f'birds/{kind}/{i}.png')
dls = ImageDataLoaders.from_folder('birds', valid_pct=0.25, seed=1, item_tfms=Resize(32), bs=4, num_workers=0)
# %% cell
learn = vision_learner(dls, resnet18, [accuracy, error_rate], pretrained=False)
# %% mended
learn = vision_learner(dls, resnet18, metrics=[accuracy, error_rate], pretrained=False)
