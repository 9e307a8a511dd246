# rule: borrowed_methods.mode_as_training
# source: constructed
# says: predicts nothing
# says: with torch.no_grad\(\): preds = net\(x\)
# %% before
import torch
from torch import nn
net, x = nn.Linear(4, 2), torch.randn(3, 4)
def predict(x): return net.eval(x)
# %% fails
preds = predict(x)
# %% mended
net.eval()
with torch.no_grad(): preds = net(x)
