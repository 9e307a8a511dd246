# rule: in_place.needed_for_gradient
# source: https://github.com/MorvanZhou/PyTorch-Tutorial/issues/89
# says: opt_d\.step\(\)\s+changed\s+the\s+weights\s+of\s+disc
# says: p_fake\s+=\s+disc\(fake\)
# %% before
import torch
from torch import nn, optim
gen, disc = nn.Linear(2, 4), nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1), nn.Sigmoid())
opt_g, opt_d = optim.Adam(gen.parameters()), optim.Adam(disc.parameters())
real = torch.rand(8, 4)
# %% fails
for _ in range(2):
    fake = gen(torch.randn(8, 2))
    p_real, p_fake = disc(real), disc(fake)
    p_fake = disc(fake)
    d_loss = -(torch.log(p_real) + torch.log(1 - p_fake)).mean()
    g_loss = -torch.log(p_fake).mean()
    opt_d.zero_grad()
    d_loss.backward(retain_graph=True)
    opt_d.step()
    opt_g.zero_grad()
    g_loss.backward()
    opt_g.step()
# %% mended
for _ in range(2):
    fake = gen(torch.randn(8, 2))
    p_real = disc(real)
    p_fake = disc(fake)
    d_loss = -(torch.log(p_real) + torch.log(1 - p_fake)).mean()
    opt_d.zero_grad()
    d_loss.backward(retain_graph=True)
    opt_d.step()
    opt_g.zero_grad()
    p_fake = disc(fake)
    g_loss = -torch.log(p_fake).mean()
    g_loss.backward()
    opt_g.step()
