# rule: layers.linear_size
# source: constructed
# says: along\s+dimension\s+0,\s+the\s+batch
# says: 2\s+×\s+8\s+=\s+16
# says: torch\.cat\(\[self\.encoder\(a\), self\.encoder\(b\)\], dim=1\)
# %% before
import torch
from torch import nn
class Siamese(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.Sequential(nn.Conv2d(3, 8, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten())
        self.head = nn.Linear(16, 2)
    def forward(self, a, b):
        return self.head(torch.cat([self.encoder(a), self.encoder(b)], dim=0))
a, b = torch.rand(5, 3, 12, 12), torch.rand(5, 3, 12, 12)
# %% fails
Siamese()(a, b)
# %% mended
class Siamese(Siamese):
    def forward(self, a, b):
        return self.head(torch.cat([self.encoder(a), self.encoder(b)], dim=1))
Siamese()(a, b)
