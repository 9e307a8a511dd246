# notice: none
# source: constructed
# %% before
import torch
from torch import nn
rows = torch.randn(24, 5); kinds = torch.randint(0, 3, (24,))
class Teacher(nn.Module):
    def __init__(self):
        super().__init__()
        self.last = nn.Linear(5, 3)
    def forward(self, x): return self.last(x).softmax(1)
teacher, pupil = Teacher(), nn.Linear(5, 3)
def train(net, judge, opt):
    loss = judge(net(rows), kinds)
    opt.zero_grad()
    loss.backward()
    opt.step()
# %% cell
loss_fn = nn.CrossEntropyLoss()
train(pupil, loss_fn, torch.optim.SGD(pupil.parameters(), lr=0.1))
agreed = (teacher(rows).argmax(1) == pupil(rows).argmax(1)).float().mean()
