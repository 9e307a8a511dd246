# rule: exports.no_saved_weights
# source: constructed
# says: twice
# says: learn\.load\('best'\)
# %% before
from fastai.vision.all import *
x = torch.randn(32, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
learn.save('best')
# %% fails
learn.load('best.pth')
# %% mended
learn.load('best')
