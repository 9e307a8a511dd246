# rule: mixed_labels.labels_are_mixed
# source: constructed
# says: MixUp
# says: smooth_loss
# says: smooth_loss\.y_int = True
# says: reduction
# %% before
from fastai.vision.all import *
rows = torch.rand(24, 3); marks = (rows.sum(1) > 1.5).long()
pairs = list(zip(rows, marks))
dls = DataLoaders.from_dsets(pairs, pairs, bs=8, num_workers=0)
def smooth_loss(out, y): return (1 - out.softmax(1).gather(1, y[:, None])).mean()
learner = Learner(dls, nn.Linear(3, 2), loss_func=smooth_loss)
# %% fails
learner.fit(1, cbs=MixUp(0.2))
# %% mended
def smooth_loss(out, y, reduction='mean'):
    loss = (1 - out.softmax(1).gather(1, y[:, None])).squeeze(1)
    return loss.mean() if reduction == 'mean' else loss
smooth_loss.y_int = True
learner.loss_func = smooth_loss
learner.fit(1, cbs=MixUp(0.2))
