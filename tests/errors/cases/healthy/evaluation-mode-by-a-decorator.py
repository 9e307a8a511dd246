# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
import functools
points, kinds = torch.randn(120, 6), torch.randint(0, 3, (120,))
loader = DataLoader(list(zip(points, kinds)), bs=30, num_workers=0)
small_net = nn.Sequential(nn.Linear(6, 20), nn.BatchNorm1d(20), nn.ReLU(), nn.Dropout(0.5), nn.Linear(20, 3))
# %% before
def evaluating(function):
    @functools.wraps(function)
    def inner(net, *args):
        was = net.training
        net.eval()
        try:
            with torch.no_grad(): return function(net, *args)
        finally: net.train(was)
    return inner
# %% cell
@evaluating
def measure(net, loader):
    right = count = 0
    for xb, yb in loader:
        out = net(xb)
        right += (out.argmax(1) == yb).sum().item()
        count += len(yb)
    return right / count

opt = torch.optim.AdamW(small_net.parameters(), 1e-2)
for epoch in range(3):
    for xb, yb in loader:
        opt.zero_grad()
        F.cross_entropy(small_net(xb), yb).backward()
        opt.step()
    share = measure(small_net, loader)
    print(share)
