# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
from PIL import Image
for kind in ('owl', 'jay'):
    (Path('birds')/kind).mkdir(parents=True)
    for i in range(8): Image.new('RGB', (32, 32), (i * 20, 90, 40)).save(f'birds/{kind}/{i}.png')
dls = ImageDataLoaders.from_folder('birds', valid_pct=0.25, seed=1, item_tfms=Resize(32), bs=4, num_workers=0)
# %% cell
learn = vision_learner(dls, resnet18, False, 2, False, metrics=accuracy)
sizes = Resize(64), Resize(64, 'squish'), Resize((64, 96)), Resize(64, ResizeMethod.Pad), RandomResizedCrop(32, 0.5)
stop = EarlyStoppingCallback('valid_loss', np.less, 0.01, 3)
learn.fit_one_cycle(1, 1e-3, 10)
