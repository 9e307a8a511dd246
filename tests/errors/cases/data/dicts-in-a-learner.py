# rule: batches_of_dicts.dict_for_a_learner
# source: constructed
# says: by places,\s+not by keys
# says: return self.x\[i\], self.y\[i\]
# %% before
from fastai.vision.all import *
class Points:
    def __init__(self): self.x, self.y = torch.randn(16, 4), torch.arange(16) % 2
    def __len__(self): return 16
    def __getitem__(self, i): return {'x': self.x[i], 'y': self.y[i]}
dls = DataLoaders.from_dsets(Points(), Points(), bs=8, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat())
# %% fails
learn.fit(1)
# %% mended
class Points:
    def __init__(self): self.x, self.y = torch.randn(16, 4), torch.arange(16) % 2
    def __len__(self): return 16
    def __getitem__(self, i): return self.x[i], self.y[i]
dls = DataLoaders.from_dsets(Points(), Points(), bs=8, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat())
learn.fit(1)
