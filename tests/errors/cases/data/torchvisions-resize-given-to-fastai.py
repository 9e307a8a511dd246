# rule: imports_hiding.fastai_hidden_by_torchvision
# source: constructed
# says: Resize, given as a transform to fastai, is torchvision's
# says: later import wins
# %% before
from fastai.vision.all import *
from torchvision.transforms import *
for k in 'ab':
    (Path('p')/k).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (32 + 8 * i, 32), (i * 30, 60, 90)).save(f'p/{k}/{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_folder('p', valid_pct=0.2, bs=4, num_workers=0, item_tfms=Resize(24))
# %% mended
from torchvision import transforms
from fastai.vision.all import *
dls = ImageDataLoaders.from_folder('p', valid_pct=0.2, bs=4, num_workers=0, item_tfms=Resize(24))
