# rule: inference_models.arch_takes_no_pretrained
# source: constructed
# says: Learner\(dls, TinyNet\(\)
# %% before
from fastai.vision.all import *
from PIL import Image
for c in 'cat dog'.split():
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(f'pets/{c}/{i}.png')
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.4, item_tfms=Resize(32), bs=4, num_workers=0)
class TinyNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Flatten(), nn.Linear(3*32*32, 2))
    def forward(self, x): return self.net(x)
# %% fails
learn = vision_learner(dls, TinyNet, metrics=accuracy)
# %% mended
learn = Learner(dls, TinyNet(), loss_func=CrossEntropyLossFlat(), metrics=accuracy)
