# rule: saving_places.no_such_folder
# source: constructed
# says: twice
# says: learn\.export\('bears\.pkl'\)
# %% before
from fastai.vision.all import *
from PIL import Image
for c in 'cat dog'.split():
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for i in range(6): Image.new('RGB', (32, 32), (i * 40, 60, 90)).save(f'pets/{c}/{i}.png')
path = Path('pets')
dls = ImageDataLoaders.from_folder(path, valid_pct=0.3, item_tfms=Resize(32), bs=4)
learn = vision_learner(dls, resnet18, pretrained=False)
# %% fails
learn.export(path/'bears.pkl')
# %% mended
learn.export('bears.pkl')
