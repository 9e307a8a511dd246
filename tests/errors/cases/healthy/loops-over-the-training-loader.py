# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
for k in ("elm", "oak"):
    (Path("leaves")/k).mkdir(parents=True)
    for i in range(8): Image.new("RGB", (24, 24), (i * 30, 60, 90)).save(f"leaves/{k}/{k}_{i}.png")
dls = ImageDataLoaders.from_folder("leaves", valid_pct=0.25, seed=3, item_tfms=Resize(24), bs=4, num_workers=0)
body = nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
learn = Learner(dls, body, loss_func=CrossEntropyLossFlat())
# %% cell
guesses, truths = [], []
for xb, yb in dls.train:
    guesses.extend(learn.model(xb).argmax(dim=1).tolist())
    truths.extend(yb.tolist())
pairs = pd.DataFrame({'guess': guesses, 'truth': truths})
files = [o.name for o in dls.valid_ds.items]
answers = torch.cat([learn.model(xb).argmax(dim=1) for xb, yb in dls.valid])
table = pd.DataFrame({'file': files, 'answer': [dls.vocab[i] for i in answers]})
