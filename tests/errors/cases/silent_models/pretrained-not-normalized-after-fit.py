# notice: pretrained.not_normalized_in_learner
# source: https://github.com/fastai/fastai/issues/1388
# says: pretrained\s+on\s+normalized\s+pictures
# says: Normalize\.from_stats\(\*imagenet_stats\)
# %% before
from fastai.vision.all import *
import torchvision
torch.hub.set_dir(os.path.abspath('hub'))
os.makedirs('hub/checkpoints')
torch.save(torchvision.models.resnet18().state_dict(), 'hub/checkpoints/resnet18-f37072fd.pth')
from PIL import Image
from pathlib import Path
import numpy as np
rng = np.random.RandomState(0)
def picture(path, size=24):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(rng.randint(0, 255, (size, size, 3), dtype=np.uint8)).save(path)
for kind in ('bee', 'ant'):
    for i in range(8): picture(f'insects/{kind}/{i}.png', 32)
# %% cell
dls = ImageDataLoaders.from_folder('insects', valid_pct=0.25, seed=2, bs=4, num_workers=0)
model = torchvision.models.resnet18(weights=torchvision.models.ResNet18_Weights.IMAGENET1K_V1)
model.fc = nn.Linear(512, 2)
learn = Learner(dls, model, loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
learn.fit(1, 1e-3)
# %% mended
dls = ImageDataLoaders.from_folder('insects', valid_pct=0.25, seed=2, bs=4, num_workers=0,
                                   batch_tfms=Normalize.from_stats(*imagenet_stats))
model = torchvision.models.resnet18(weights=torchvision.models.ResNet18_Weights.IMAGENET1K_V1)
model.fc = nn.Linear(512, 2)
learn = Learner(dls, model, loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
learn.fit(1, 1e-3)
