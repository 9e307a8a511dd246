# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, seed=42, item_tfms=Resize(32), bs=4)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=error_rate)
# %% cell
preds, targs = learn.get_preds()
acc = (preds.argmax(dim=1) == targs).float().mean()
dl = learn.dls.test_dl(get_image_files(path)[:3])
probs, _ = learn.get_preds(dl=dl)
classes = [dls.vocab[i] for i in probs.argmax(1)]
classes
