# rule: losses_given.prediction_is_no_tensor
# source: constructed
# says: dict
# says: \['logits'\]
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 2)
    def forward(self, x): return {'logits': self.lin(x)}
# %% fails
learn = Learner(dls, Net(), loss_func=nn.CrossEntropyLoss())
learn.fit(1)
# %% mended
learn = Learner(dls, Net(), loss_func=nn.CrossEntropyLoss())
base_loss = nn.CrossEntropyLoss()
learn.loss_func = lambda pred, targ: base_loss(pred['logits'], targ)
learn.fit(1)
