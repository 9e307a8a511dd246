# notice: losses.activation_twice
# source: constructed
# %% before
import torch, sys
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
open('mytrainer.py', 'w').write('''
class Trainer:
    def __init__(self, net):
        self.net = net
''')
sys.path.insert(0, '.')
from mytrainer import Trainer
trainer = Trainer(nn.Sequential(nn.Linear(3, 2), nn.Softmax(dim=1)))
# %% cell
loss = F.cross_entropy(trainer.net(x), y)
