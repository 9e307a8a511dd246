# rule: exports.weights_given_to_load_learner
# source: https://github.com/fastai/fastai2/issues/73
# says: weights
# says: learn\.load\('camvid-v2'\)
# %% before
from fastai.vision.all import *
x = torch.randn(32, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
learn.fit(1)
learn.save('camvid-v2')
# %% fails
learn = load_learner('models/camvid-v2.pth')
# %% mended
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
learn.load('camvid-v2')
