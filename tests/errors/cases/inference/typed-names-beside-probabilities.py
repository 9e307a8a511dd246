# notice: typed_classes.in_another_order
# source: constructed
# says: number\s+0\s+is\s+'bee'\s+in\s+pictures\.dls\.vocab,\s+and\s+'wasp'\s+in\s+insects
# says: insects\s+=\s+list\(pictures\.dls\.vocab\)
# %% before
from fastai.vision.all import *
from PIL import Image
for c in ['bee', 'wasp', 'fly']:
    d = Path('insects')/c; d.mkdir(parents=True)
    for j in range(6): Image.fromarray(np.random.randint(0, 255, (30, 30, 3), dtype=np.uint8)).save(d/f'{j}.jpg')
pictures = vision_learner(ImageDataLoaders.from_folder('insects', valid_pct=0.3, seed=1, item_tfms=Resize(32), bs=4), resnet18, pretrained=False)
insects = 'wasp bee fly'.split()
# %% cell
with pictures.no_bar():
    _, number, chances = pictures.predict('insects/bee/0.jpg')
print(insects[number])
# %% mended
with pictures.no_bar():
    _, number, chances = pictures.predict('insects/bee/0.jpg')
insects = list(pictures.dls.vocab)
print(insects[number])
