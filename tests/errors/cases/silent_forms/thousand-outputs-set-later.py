# notice: models.last_layer_not_replaced
# source: constructed
# %% before
from fastai.vision.all import *
import torchvision
(Path('pics')/'a').mkdir(parents=True); (Path('pics')/'b').mkdir()
for k in 'ab':
    for i in range(6): PILImage.create(np.random.randint(0, 255, (32, 32, 3), dtype=np.uint8)).save(f'pics/{k}/{i}.png')
dls = ImageDataLoaders.from_folder('pics', valid_pct=0.3, seed=1, bs=4, num_workers=0)
def made(dls):
    return Learner(dls, torchvision.models.resnet18(), metrics=accuracy)
# %% cell
learn = made(dls)
