# rule: heads_named.last_layer
# source: constructed
# says: nothing needs to be replaced
# says: 2 outputs
# %% before
from fastai.vision.all import *
from PIL import Image
for i in range(8):
    Path(f'pics/{"ab"[i % 2]}').mkdir(parents=True, exist_ok=True)
    Image.new('RGB', (32, 32), (i * 30, 90, 40)).save(f'pics/{"ab"[i % 2]}/{i}.png')
dls = ImageDataLoaders.from_folder('pics', valid_pct=0.5, seed=1, bs=2, num_workers=0)
# %% fails
cnn = vision_learner(dls, resnet18, pretrained=False)
width = cnn.model.fc.in_features
cnn.model.fc = nn.Linear(width, dls.c)
# %% mended
cnn = vision_learner(dls, resnet18, pretrained=False)
width = cnn.model[1][8].in_features
