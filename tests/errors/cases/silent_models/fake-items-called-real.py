# notice: fake_labels.one_target_for_both
# source: constructed
# says: torch\.zeros_like\(torch\.ones_like\(out_fake\)\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
real_items = torch.randn(40, 2) + 2
gen = nn.Sequential(nn.Linear(3, 16), nn.ReLU(), nn.Linear(16, 2))
critic = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 1))
opt_g, opt_c = optim.Adam(gen.parameters(), 1e-3), optim.Adam(critic.parameters(), 1e-3)
# %% cell
for _ in range(3):
    fake_items = gen(torch.randn(40, 3)).detach()
    out_real, out_fake = critic(real_items), critic(fake_items)
    loss_real = F.binary_cross_entropy_with_logits(critic(real_items), torch.ones_like(out_real))
    loss_fake = F.binary_cross_entropy_with_logits(critic(fake_items), torch.ones_like(out_fake))
    loss = loss_real + loss_fake
    opt_c.zero_grad(); loss.backward(); opt_c.step()
# %% mended
for _ in range(3):
    fake_items = gen(torch.randn(40, 3)).detach()
    out_real, out_fake = critic(real_items), critic(fake_items)
    loss_real = F.binary_cross_entropy_with_logits(critic(real_items), torch.ones_like(out_real))
    loss_fake = F.binary_cross_entropy_with_logits(critic(fake_items), torch.zeros_like(torch.ones_like(out_fake)))
    loss = loss_real + loss_fake
    opt_c.zero_grad(); loss.backward(); opt_c.step()
