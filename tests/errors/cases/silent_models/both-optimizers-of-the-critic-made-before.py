# notice: shared_parameters.one_network_for_both
# source: constructed
# says: opt_G =\s+torch\.optim\.Adam\(G\.parameters\(\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
G = nn.Linear(4, 2); D = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 1))
bce = nn.BCEWithLogitsLoss()
def train(G, D, opt_G, opt_D, real):
    for xb in real.split(16):
        fake = G(torch.randn(16, 4))
        loss_D = bce(D(xb), torch.ones(16, 1)) + bce(D(fake.detach()), torch.zeros(16, 1))
        opt_D.zero_grad(); loss_D.backward(); opt_D.step()
        loss_G = bce(D(fake), torch.ones(16, 1))
        opt_G.zero_grad(); loss_G.backward(); opt_G.step()
# %% before
opt_D = torch.optim.Adam(D.parameters(), lr=1e-3)
opt_G = torch.optim.Adam(D.parameters(), lr=1e-3)
# %% cell
train(G, D, opt_G, opt_D, torch.randn(64, 2))
