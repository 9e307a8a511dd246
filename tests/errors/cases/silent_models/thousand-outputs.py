# notice: models.last_layer_not_replaced
# source: constructed
# says: 1000
# says: nn\.Linear\(512, 2\)
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(32), bs=4)
# %% cell
learn = Learner(dls, resnet18(), loss_func=CrossEntropyLossFlat())
# %% mended
model = resnet18()
model.fc = nn.Linear(512, 2)
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
