# rule: inference_models.arch_is_a_model
# source: https://github.com/fastai/fastai/issues/3866
# says: Learner\(dls, model
# %% before
from fastai.vision.all import *
from PIL import Image
for c in 'cat dog'.split():
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(f'pets/{c}/{i}.png')
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.4, item_tfms=Resize(32), bs=4, num_workers=0)
model = nn.Sequential(nn.Flatten(), nn.Linear(3*32*32, 2))
# %% fails
learn = vision_learner(dls, model, metrics=accuracy)
# %% mended
learn = Learner(dls, model, metrics=accuracy)
