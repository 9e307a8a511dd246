# notice: losses.activation_before_loss
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(48, 3); y = torch.zeros(48).long()
net = nn.Sequential(nn.Linear(3, 2))
# %% cell
smooth = LabelSmoothingCrossEntropy()
loss = smooth(F.softmax(net(x), dim=1), y)
