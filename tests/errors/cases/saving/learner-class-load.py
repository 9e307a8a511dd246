# rule: saving_models.called_on_the_class
# source: constructed
# says: class Learner
# says: learn\.load\('stage-1'\)
# %% before
from fastai.vision.all import *
x = torch.randn(32, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
learn.save('stage-1')
# %% fails
Learner.load('stage-1')
# %% mended
learn.load('stage-1')
