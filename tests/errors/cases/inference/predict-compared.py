# rule: inference_pairs.pair_for_predictions
# source: constructed
# says: three
# says: res = learn\.predict|= learn\.predict\('pets/cat/1\.png'\)
# %% before
from fastai.vision.all import *
from PIL import Image
for c in 'cat dog'.split():
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(f'pets/{c}/{i}.png')
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.4, item_tfms=Resize(32), bs=4, num_workers=0)
learn = vision_learner(dls, resnet18, pretrained=False)
# %% fails
res = learn.predict('pets/cat/1.png')
if res > 0.5: print('dog')
# %% mended
pred, idx, probs = learn.predict('pets/cat/1.png')
if probs[idx] > 0.5: print(pred)
