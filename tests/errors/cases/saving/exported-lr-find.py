# rule: exports.exported_has_no_data
# source: constructed
# says: train
# says: learn\.dls = dls
# %% before
from fastai.vision.all import *
from PIL import Image
for c in 'cat dog'.split():
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for i in range(6): Image.new('RGB', (32, 32), (i * 40, 60, 90)).save(f'pets/{c}/{i}.png')
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.3, item_tfms=Resize(32), bs=4)
vision_learner(dls, resnet18, pretrained=False).export()
# %% fails
learn = load_learner('pets/export.pkl')
learn.lr_find(num_it=4)
# %% mended
learn = load_learner('pets/export.pkl')
learn.dls = dls
learn.lr_find(num_it=4)
