# notice: yes_or_no.metric_of_each_item
# source: constructed
# says: returns\s+10\s+numbers
# says: return\s+\(preds\.argmax\(1\)\s+==\s+targs\)\.float\(\)\.mean\(\)
# %% before
from fastai.vision.all import *

pairs = [(torch.rand(6), i % 2) for i in range(40)]
dls = DataLoaders.from_dsets(pairs[:20], pairs[20:], bs=10, num_workers=0)


# %% cell
def hits(preds, targs):
    return preds.argmax(1) == targs


learn = Learner(dls, nn.Linear(6, 2), loss_func=nn.CrossEntropyLoss(), metrics=hits)
learn.fit(1)


# %% mended
def hits(preds, targs):
    return (preds.argmax(1) == targs).float().mean()


learn = Learner(dls, nn.Linear(6, 2), loss_func=nn.CrossEntropyLoss(), metrics=hits)
learn.fit(1)
