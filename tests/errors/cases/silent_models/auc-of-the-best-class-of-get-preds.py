# notice: decided_scores.classes_for_probabilities
# source: constructed
# says: roc_auc_score\(targs,\s+preds\[:,\s+1\]\)
# %% before
from fastai.vision.all import *
from sklearn.metrics import roc_auc_score
x = torch.randn(80, 3); y = (x[:, 0] > 0).long(); rows = list(zip(x, y))
dls = DataLoaders.from_dsets(rows[:50], rows[50:], bs=10, num_workers=0)
learn = Learner(dls, nn.Linear(3, 2), loss_func=CrossEntropyLossFlat())
learn.fit(1, 0.1)
# %% cell
preds, targs = learn.get_preds()
print(roc_auc_score(targs, preds.argmax(dim=1)))
# %% mended
preds, targs = learn.get_preds()
print(roc_auc_score(targs, preds[:, 1]))
