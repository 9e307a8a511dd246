# notice: none
# source: fastbook, chapter 19
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
from torch.utils.data import TensorDataset, DataLoader
dl = DataLoader(TensorDataset(x, y), 16, shuffle=True)
# %% cell
class Learner:
    def __init__(self, model, dl, loss_func, lr):
        self.model, self.dl, self.loss_func, self.lr = model, dl, loss_func, lr
    def one_batch(self):
        self.preds = self.model(self.xb)
        self.loss = self.loss_func(self.preds, self.yb)
        if self.model.training:
            self.loss.backward()
            self.opt.step()
            self.opt.zero_grad()
    def fit(self, n):
        self.opt = torch.optim.SGD(self.model.parameters(), self.lr)
        for epoch in range(n):
            for self.xb, self.yb in self.dl: self.one_batch()
learn = Learner(model, dl, F.cross_entropy, 0.1)
learn.fit(2)
