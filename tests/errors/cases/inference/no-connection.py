# rule: inference_models.weights_not_downloaded
# source: constructed
# says: internet
# says: vision_learner\(dls, resnet34, pretrained=False\)
# says: checkpoints
# %% before
from fastai.vision.all import *
from PIL import Image
for c in 'cat dog'.split():
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(f'pets/{c}/{i}.png')
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.4, item_tfms=Resize(32), bs=4, num_workers=0)
import torch.hub
from urllib.error import URLError
from unittest.mock import Mock
torch.hub.urlopen = Mock(side_effect=URLError('[Errno -3] Temporary failure in name resolution'))
# %% fails
learn = vision_learner(dls, resnet34)
# %% mended
learn = vision_learner(dls, resnet34, pretrained=False)
