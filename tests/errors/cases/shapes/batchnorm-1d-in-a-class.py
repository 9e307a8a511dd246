# rule: layers.wrong_rank
# source: constructed
# says: In the __init__ of Block
# says: self\.norm = nn\.BatchNorm2d\(nf\)
# says: make model again
# %% before
from fastai.vision.all import *
class Block(nn.Module):
    def __init__(self, ni, nf):
        super().__init__()
        self.conv = nn.Conv2d(ni, nf, 3)
        self.norm = nn.BatchNorm1d(nf)
    def forward(self, x): return F.relu(self.norm(self.conv(x)))
model = nn.Sequential(Block(1, 4), Block(4, 8), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 2))
# %% fails
model(torch.rand(4, 1, 12, 12))
# %% mended
class Block(nn.Module):
    def __init__(self, ni, nf):
        super().__init__()
        self.conv = nn.Conv2d(ni, nf, 3)
        self.norm = nn.BatchNorm2d(nf)
    def forward(self, x): return F.relu(self.norm(self.conv(x)))
model = nn.Sequential(Block(1, 4), Block(4, 8), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 2))
model(torch.rand(4, 1, 12, 12))
