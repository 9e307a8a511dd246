# notice: none
# source: constructed
# %% before
from fastai.vision.all import *

pairs = [(torch.rand(6), i % 3) for i in range(40)]
dls = DataLoaders.from_dsets(pairs[:20], pairs[20:], bs=10, num_workers=0)


# %% cell
def share_of_each(preds, targs):
    return F.one_hot(preds.argmax(1), 3).float().mean(0)


learn = Learner(dls, nn.Linear(6, 3), loss_func=nn.CrossEntropyLoss(), metrics=[accuracy, share_of_each])
learn.fit(1)
