# rule: exports.no_saved_weights
# source: constructed
# says: stage-1-unfrozen
# says: Did you mean
# %% before
from fastai.vision.all import *
x = torch.randn(32, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
learn.save('stage-1-unfrozen'); learn.save('lm')
# %% fails
learn.load('stage1-unfrozen')
# %% mended
learn.load('stage-1-unfrozen')
