# rule: inference_models.arch_is_a_string
# source: constructed
# says: text 'resnet18'
# says: unet_learner\(dls, resnet18
# %% before
from fastai.vision.all import *
from PIL import Image
for c in 'cat dog'.split():
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(f'pets/{c}/{i}.png')
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.4, item_tfms=Resize(32), bs=4, num_workers=0)
# %% fails
learn = unet_learner(dls, 'resnet18', n_out=2)
# %% mended
learn = unet_learner(dls, resnet18, n_out=2, pretrained=False)
