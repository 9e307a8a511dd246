# notice: modes.eval_forgotten
# source: constructed
# %% before
import torch, sys
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
open('mytrainer.py', 'w').write('''
import torch
from torch import nn
class Trainer:
    def __init__(self, net):
        self.net = net
        self.opt = torch.optim.SGD(net.parameters(), lr=0.1)
    def run(self, x, y):
        for _ in range(3):
            loss = nn.functional.cross_entropy(self.net(x), y)
            loss.backward()
            self.opt.step()
            self.opt.zero_grad()
''')
sys.path.insert(0, '.')
from mytrainer import Trainer
trainer = Trainer(nn.Sequential(nn.Linear(3, 20), nn.Dropout(0.4), nn.Linear(20, 2)))
trainer.run(x, y)
# %% cell
with torch.no_grad():
    preds = trainer.net(x).argmax(dim=1)
# %% mended
_ = trainer.net.eval()
with torch.no_grad():
    preds = trainer.net(x).argmax(dim=1)
