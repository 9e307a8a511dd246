# rule: losses_given.class_instead_of_object
# source: constructed
# says: FocalLoss\(\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
class FocalLoss(nn.Module):
    def __init__(self, gamma=2., alpha=0.25):
        super().__init__()
        self.gamma, self.alpha = gamma, alpha
    def forward(self, pred, targ):
        ce = F.cross_entropy(pred, targ, reduction='none')
        return (self.alpha * (1 - (-ce).exp()) ** self.gamma * ce).mean()
# %% fails
learn = Learner(dls, model, loss_func=FocalLoss)
learn.fit(1)
# %% mended
learn = Learner(dls, model, loss_func=FocalLoss)
learn.loss_func = FocalLoss()
learn.fit(1)
