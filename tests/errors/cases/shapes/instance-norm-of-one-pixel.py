# rule: norms_of_one_pixel.instance_norm_of_one_pixel
# source: https://github.com/liufeng2915/CFSM/issues/4
# says: one pixel each: shape \(4, 32, 1, 1\)
# says: critic\.body\[7\] = nn\.Identity\(\)
# says: 32 × 32 in\s+place of\s+16 × 16|16 × 16 in\s+place of\s+8 × 8
# %% before
import torch
from torch import nn

def block(ni, nf): return [nn.Conv2d(ni, nf, 3, stride=2, padding=1), nn.InstanceNorm2d(nf), nn.ReLU()]
class Critic(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(*block(3, 8), *block(8, 16), *block(16, 32))
    def forward(self, x): return self.body(x).flatten(1).mean(1)
critic = Critic()
pictures = torch.rand(4, 3, 8, 8)
def score(x): return critic(x)
# %% fails
score(pictures)
# %% mended
critic.body[7] = nn.Identity()
score(pictures)
