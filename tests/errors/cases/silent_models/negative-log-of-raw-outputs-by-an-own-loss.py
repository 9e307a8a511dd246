# notice: losses.nll_of_raw_outputs
# source: constructed
# says: The loss is negative
# says: F.cross_entropy
# %% before
from fastai.vision.all import *
torch.manual_seed(1)
wines, sorts = torch.randn(120, 13), torch.randint(0, 3, (120,))
# %% cell
def wine_loss(out, target): return F.nll_loss(out, target)
net = nn.Sequential(nn.Linear(13, 25), nn.ReLU(), nn.Linear(25, 3))
opt = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9)
for i in range(30):
    loss = wine_loss(net(wines), sorts)
    opt.zero_grad()
    loss.backward()
    opt.step()
# %% mended
def wine_loss(out, target): return F.cross_entropy(out, target)
net = nn.Sequential(nn.Linear(13, 25), nn.ReLU(), nn.Linear(25, 3))
opt = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9)
for i in range(30):
    loss = wine_loss(net(wines), sorts)
    opt.zero_grad()
    loss.backward()
    opt.step()
