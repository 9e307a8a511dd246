# rule: in_place.needed_for_gradient
# source: constructed
# says: g_loss\s+=\s+bce\(D\(gen_imgs\),\s+valid\)
# %% before
import torch
from torch import nn, optim
def train(G, D, optimizer_G, optimizer_D, bce, batches):
    for imgs in batches:
        valid, fake = torch.ones(len(imgs), 1), torch.zeros(len(imgs), 1)
        gen_imgs = G(torch.randn(len(imgs), 2))
        g_loss = bce(D(gen_imgs), valid)
        d_loss = (bce(D(imgs), valid) + bce(D(gen_imgs.detach()), fake)) / 2
        optimizer_D.zero_grad()
        d_loss.backward()
        optimizer_D.step()
        optimizer_G.zero_grad()
        g_loss.backward()
        optimizer_G.step()
G, D = nn.Linear(2, 4), nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
opts = optim.Adam(G.parameters()), optim.Adam(D.parameters())
# %% fails
train(G, D, *opts, nn.BCEWithLogitsLoss(), [torch.rand(4, 4)])
# %% mended
def train(G, D, optimizer_G, optimizer_D, bce, batches):
    for imgs in batches:
        valid, fake = torch.ones(len(imgs), 1), torch.zeros(len(imgs), 1)
        gen_imgs = G(torch.randn(len(imgs), 2))
        d_loss = (bce(D(imgs), valid) + bce(D(gen_imgs.detach()), fake)) / 2
        optimizer_D.zero_grad()
        d_loss.backward()
        optimizer_D.step()
        optimizer_G.zero_grad()
        g_loss = bce(D(gen_imgs), valid)
        g_loss.backward()
        optimizer_G.step()
train(G, D, *opts, nn.BCEWithLogitsLoss(), [torch.rand(4, 4)])
