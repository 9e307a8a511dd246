# rule: exports.no_saved_weights
# source: constructed
# says: load_learner\('pets/export\.pkl'\)
# says: weights
# %% before
from fastai.vision.all import *
from PIL import Image
for c in 'cat dog'.split():
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for i in range(6): Image.new('RGB', (32, 32), (i * 40, 60, 90)).save(f'pets/{c}/{i}.png')
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.3, item_tfms=Resize(32), bs=4)
learn = vision_learner(dls, resnet18, pretrained=False)
learn.export()
# %% fails
learn.load('export.pkl')
# %% mended
learn = load_learner('pets/export.pkl')
