# rule: inference.other_channels
# source: https://forums.fast.ai/t/expected-input-to-have-3-channels-but-got-1-channels-instead/72123
# says: grey
# says: learn\.predict\(img\.convert\('RGB'\)\)
# %% before
from fastai.vision.all import *
from PIL import Image
for c in 'cat dog'.split():
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(f'pets/{c}/{i}.png')
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.4, item_tfms=Resize(32), bs=4, num_workers=0)
learn = vision_learner(dls, resnet18, pretrained=False)
img = Image.new('L', (48, 48), 90)
# %% fails
learn.predict(img)
# %% mended
learn.predict(img.convert('RGB'))
