# rule: inference.array_as_picture
# source: https://stackoverflow.com/questions/60138697
# says: channels first
# says: channels last
# says: x\.permute\(1, 2, 0\)
# %% before
from fastai.vision.all import *
from PIL import Image
for c in 'cat dog'.split():
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(f'pets/{c}/{i}.png')
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.4, item_tfms=Resize(32), bs=4, num_workers=0)
learn = vision_learner(dls, resnet18, pretrained=False)
x = torch.rand(3, 48, 48)
# %% fails
learn.predict(x)
# %% mended
learn.predict((x.permute(1, 2, 0)*255).to(torch.uint8))
