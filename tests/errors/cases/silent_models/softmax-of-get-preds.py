# notice: losses.softmax_of_probabilities
# source: constructed
# says: probabilities already
# says: preds
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y))[:48], list(zip(x, y))[48:], bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat())
with learn.no_bar(): preds, targs = learn.get_preds()
# %% cell
probs = F.softmax(preds, dim=1)
probs[:3]
# %% mended
probs = preds
probs[:3]
