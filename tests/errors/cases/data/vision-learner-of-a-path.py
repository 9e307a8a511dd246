# rule: learners_given.loaders_not_made
# source: constructed
# says: ImageDataLoaders\.from_folder\(Path\('pets'\)|ImageDataLoaders\.from_folder\(folder
# says: vision_learner\(dls, resnet18
# %% before
from fastai.vision.all import *
from PIL import Image
for c in 'cat dog'.split():
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(f'pets/{c}/{i}.png')
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.4, item_tfms=Resize(32), bs=4, num_workers=0)
learn = vision_learner(dls, resnet18, pretrained=False)
folder = Path('pets')
# %% fails
v = vision_learner(folder, resnet18, pretrained=False)
# %% mended
dls = ImageDataLoaders.from_folder(folder, valid_pct=0.2, item_tfms=Resize(32), bs=4, num_workers=0)
v = vision_learner(dls, resnet18, pretrained=False)
