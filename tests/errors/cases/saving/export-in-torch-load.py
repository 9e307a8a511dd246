# rule: files_of_weights.weights_only
# source: constructed
# says: Learner
# says: load_learner\('export\.pkl'\)
# %% before
from fastai.vision.all import *
x = torch.randn(32, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), bs=16, num_workers=0)
class Data(DataLoaders):
    def new_empty(self): return self
learn = Learner(Data(*dls.loaders), nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
learn.export('export.pkl')
# %% fails
learn = torch.load('export.pkl')
# %% mended
learn = load_learner('export.pkl')
