# notice: none
# source: constructed
# %% before
import torch, numpy as np
class LinReg:
    def __init__(self, n_in):
        self.w = (torch.randn(n_in)*0.1).requires_grad_()
        self.b = torch.zeros(1, requires_grad=True)
    def __call__(self, x): return x@self.w + self.b
    def params(self): return self.w, self.b

def train(reg, x, y, epochs, step):
    hist = []
    for e in range(epochs):
        err = ((reg(x) - y)**2).mean()
        err.backward()
        with torch.no_grad():
            for p in reg.params():
                p -= step*p.grad
                p.grad.zero_()
        hist.append(err.item())
    return hist
torch.manual_seed(0)
feats = torch.stack([torch.rand(120)*3500 + 500, torch.rand(120)*8], dim=1)
price = 40 + .11*feats[:, 0] + 6*feats[:, 1]
feats = (feats - feats.mean(0))/feats.std(0)
# %% cell
reg = LinReg(2)
hist = train(reg, feats, price, epochs=10, step=0.05)
track = [1.0, *hist, 2_000_000.0]
curve = [float('nan'), *np.convolve(hist, [.5, .5], 'valid')]
