# rule: exports.no_saved_weights
# source: https://forums.fast.ai/t/learn-load-pth-pth/60234
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
