# notice: kept_optimizers.opt_func_too_late
# source: constructed
# says: learn\.create_opt\(\)
# %% before
from fastai.vision.all import *
from PIL import Image as PI
path = Path('pics')
for c in 'ab':
    (path/c).mkdir(parents=True, exist_ok=True)
    for i in range(6): PI.new('RGB', (32, 32), (i * 20, 5, 5)).save(path/c/f'{i}.png')
dls = ImageDataLoaders.from_folder(path, valid_pct=0.3, bs=4, num_workers=0)
# %% cell
learn = vision_learner(dls, resnet18, pretrained=False)
learn.freeze()
learn.opt_func = partial(SGD, mom=0.9)
learn.fit(1, 1e-3)
# %% mended
learn = vision_learner(dls, resnet18, pretrained=False)
learn.freeze()
learn.opt_func = partial(SGD, mom=0.9)
learn.create_opt()
learn.fit(1, 1e-3)
