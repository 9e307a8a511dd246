# notice: models.wrong_number_of_outputs
# source: constructed
# says: n_out=10
# says: 2 classes
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(32), bs=4)
# %% cell
learn = vision_learner(dls, resnet18, pretrained=False, n_out=10)
# %% mended
learn = vision_learner(dls, resnet18, pretrained=False)
