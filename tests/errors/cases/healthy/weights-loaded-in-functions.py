# notice: none
# source: constructed
# %% before
import torch
from torch import nn
def make(n): return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, n))
torch.save({"model": make(10).state_dict()}, "best.pth")
def load_body(fn, n):
    net = make(n)
    state = {k: v for k, v in torch.load(fn)["model"].items() if not k.startswith("2.")}
    net.load_state_dict(state, strict=False)
    return net.eval()
def load_all(fn):
    net = make(10)
    net.load_state_dict(torch.load(fn)["model"], strict=False)
    return net.eval()
# %% cell
body, whole = load_body("best.pth", 3), load_all("best.pth")
again = load_all("best.pth")
again(torch.ones(1, 4))
