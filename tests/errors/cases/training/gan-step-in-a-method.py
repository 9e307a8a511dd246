# rule: in_place.needed_for_gradient
# source: constructed
# says: self\.opt_d\.step\(\)\s+changed\s+the\s+weights\s+of\s+self\.disc
# says: self\.loss_g\s+=\s+-\s*\(out\s+\*\*\s+2\)\.mean\(\)
# %% before
import torch
from torch import nn, optim
class GAN:
    def __init__(self):
        self.gen, self.disc = nn.Linear(2, 3), nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1))
        self.opt_g, self.opt_d = optim.SGD(self.gen.parameters(), lr=0.1), optim.SGD(self.disc.parameters(), lr=0.1)
    def step(self):
        fake = self.gen(torch.rand(4, 2))
        out = self.disc(fake)
        self.loss_d, self.loss = out.mean(), 0
        self.loss_g = -(out ** 2).mean()
        self.opt_d.zero_grad(); self.loss_d.backward(retain_graph=True); self.opt_d.step()
        self.opt_g.zero_grad(); self.loss_g.backward(); self.opt_g.step()
# %% fails
GAN().step()
# %% mended
class GAN2(GAN):
    def step(self):
        fake = self.gen(torch.rand(4, 2))
        out = self.disc(fake)
        self.loss_d = out.mean()
        self.opt_d.zero_grad(); self.loss_d.backward(retain_graph=True); self.opt_d.step()
        self.opt_g.zero_grad()
        out = self.disc(fake)
        self.loss_g = -(out ** 2).mean()
        self.loss_g.backward(); self.opt_g.step()
GAN2().step()
