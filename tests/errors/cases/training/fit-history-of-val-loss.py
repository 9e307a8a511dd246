# rule: fit_results.fit_returns_nothing
# source: constructed
# says: recorder
# says: plt\.plot\(\[row\[1\] for row in learner\.recorder\.values\]\)
# %% before
from fastai.vision.all import *
feats = torch.randn(48, 5)
marks = torch.randint(0, 4, (48,))
pairs = list(zip(feats, marks))
dls = DataLoaders.from_dsets(pairs[:32], pairs[32:], bs=8, num_workers=0)
head = nn.Sequential(nn.Linear(5, 12), nn.ReLU(), nn.Linear(12, 4))
learner = Learner(dls, head, loss_func=CrossEntropyLossFlat(), metrics=accuracy)
# %% fails
hist = learner.fit_one_cycle(2, 3e-3)
plt.plot(hist.history['val_loss'])
# %% mended
learner.fit_one_cycle(2, 3e-3)
plt.plot([row[1] for row in learner.recorder.values])
