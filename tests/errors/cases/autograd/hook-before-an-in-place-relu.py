# rule: hooks_in_place.layer_after_a_hook
# source: https://github.com/pytorch/pytorch/issues/61519
# says: m\.inplace\s+=\s+False
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(inplace=True), nn.Flatten(), nn.Linear(144, 2))
kept = []
handle = net[0].register_full_backward_hook(lambda layer, grad_in, grad_out: kept.append(grad_out[0]))
img = torch.rand(1, 3, 8, 8)
# %% fails
score = net(img)
# %% mended
for m in net.modules():
    if hasattr(m, 'inplace'):
        m.inplace = False
score = net(img)
score[0, 0].backward()
