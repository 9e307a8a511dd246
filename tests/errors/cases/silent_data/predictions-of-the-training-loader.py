# notice: train_order.predictions_in_random_order
# source: constructed
# says: dls\.train shuffles
# says: dls\.test_dl\(dls\.train_ds\.items\)
# %% before
from fastai.vision.all import *
for k in ("elm", "oak"):
    (Path("leaves")/k).mkdir(parents=True)
    for i in range(8): Image.new("RGB", (24, 24), (i * 30, 60, 90)).save(f"leaves/{k}/{k}_{i}.png")
dls = ImageDataLoaders.from_folder("leaves", valid_pct=0.25, seed=3, item_tfms=Resize(24), bs=4, num_workers=0)
body = nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
learn = Learner(dls, body, loss_func=CrossEntropyLossFlat())
# %% cell
names = [o.name for o in dls.train_ds.items]
found = []
for xb, yb in dls.train:
    found.extend(learn.model(xb).argmax(dim=1).tolist())
for name, k in zip(names, found):
    print(name, dls.vocab[k])
# %% mended
names = [o.name for o in dls.train_ds.items]
preds, _ = learn.get_preds(dl=dls.test_dl(dls.train_ds.items))
found = preds.argmax(dim=1).tolist()
for name, k in zip(names, found):
    print(name, dls.vocab[k])
