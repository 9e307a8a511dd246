# notice: none
# source: constructed
# %% before
import torch, numpy as np
from torch import nn
torch.manual_seed(0)
probs = torch.randn(20, 3).softmax(dim=1); vocab = ['black', 'grizzly', 'teddy']; files = [f'{i}.jpg' for i in range(20)]
net = nn.Linear(4, 3); x = torch.randn(20, 4)
# %% cell
best = probs.argmax(dim=0)
preds = probs.argmax(dim=0)
for c, i in zip(vocab, preds): print(c, files[i])
one = net(x[0]).softmax(0)
pred = one.argmax(dim=0)
predicted = probs.argmax(dim=1)
mask = torch.randn(3, 8, 8).softmax(0)
pred_classes = mask.argmax(dim=0)
turned = probs.T
labels = turned.argmax(dim=0)
predictions = net(x).T.argmax(0)
print(pred, predicted)
