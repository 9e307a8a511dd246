# rule: exports.exported_has_no_data
# source: https://github.com/fastai/fastai/issues/1782
# says: empty
# says: learn_inf\.dls = dls
# %% before
from fastai.vision.all import *
from PIL import Image
for c in 'cat dog'.split():
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for i in range(6): Image.new('RGB', (32, 32), (i * 40, 60, 90)).save(f'pets/{c}/{i}.png')
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.3, item_tfms=Resize(32), bs=4)
vision_learner(dls, resnet18, pretrained=False).export()
learn_inf = load_learner('pets/export.pkl')
# %% fails
learn_inf.dls.show_batch()
# %% mended
learn_inf.dls = dls
learn_inf.dls.show_batch()
