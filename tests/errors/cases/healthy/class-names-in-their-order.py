# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
from PIL import Image
for c in ['cat', 'dog']:
    d = Path('pets')/c; d.mkdir(parents=True)
    for j in range(6): Image.fromarray(np.random.randint(0, 255, (30, 30, 3), dtype=np.uint8)).save(d/f'{j}.jpg')
learn = vision_learner(ImageDataLoaders.from_folder('pets', valid_pct=0.3, seed=1, item_tfms=Resize(32), bs=4), resnet18, pretrained=False)
names, typed = ['dog', 'cat'], ['cat', 'dog']
def classify(fn):
    _, i, probs = learn.predict(fn)
    order = probs.argsort(descending=True)
    ranked = [learn.dls.vocab[j] for j in order]
    return typed[i], dict(zip(typed, map(float, probs))), dict(zip(ranked, probs[order]))
# %% cell
with learn.no_bar():
    found = classify('pets/cat/0.jpg')
    pred, idx, probs = learn.predict('pets/dog/0.jpg')
sizes = {c: len(list(Path('pets', c).iterdir())) for c in names}
colours = dict(zip(names, ['red', 'blue']))
for i, c in enumerate(names): print(names[i], sizes[c])
picked = dict(zip(names, [float(probs[list(learn.dls.vocab).index(c)]) for c in names]))
