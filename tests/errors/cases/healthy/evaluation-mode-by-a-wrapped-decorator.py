# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
import functools
points = torch.randn(200, 6)
kinds = (points[:, 0] > 0).long()
small = nn.Sequential(nn.Linear(6, 16), nn.ReLU(), nn.Dropout(0.5), nn.Linear(16, 2))
opt = torch.optim.Adam(small.parameters(), 1e-2)
for _ in range(20):
    opt.zero_grad()
    F.cross_entropy(small(points), kinds).backward()
    opt.step()
# %% cell
def inference(function):
    @functools.wraps(function)
    @torch.inference_mode()
    def inner(model, *args, **kwargs):
        was = model.training
        model.eval()
        try: return function(model, *args, **kwargs)
        finally: model.train(was)
    return inner

@inference
def probabilities(model, rows, n=64): return torch.cat([model(part).softmax(-1) for part in rows.split(n)])

small.train()
first, second = probabilities(small, points), probabilities(small, points, n=1)
assert small.training and torch.allclose(first, second, atol=1e-5)
