# rule: positions_made.table_of_positions
# source: https://github.com/lukemelas/PyTorch-Pretrained-ViT/issues/14
# says: cls_token
# says: num_patches\s+\+\s+1
# %% before
import torch
from torch import nn
# %% fails
class ViT(nn.Module):
    def __init__(self, num_patches=4, dim=8):
        super().__init__()
        self.patches = nn.Conv2d(3, dim, 4, 4)
        self.cls_token = nn.Parameter(torch.zeros(1, 1, dim))
        self.pos_embed = nn.Parameter(torch.randn(1, num_patches, dim))
    def forward(self, x):
        x = self.patches(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.cls_token.expand(len(x), -1, -1), x], dim=1)
        return x + self.pos_embed
out = ViT()(torch.randn(2, 3, 8, 8))
# %% mended
class ViT(nn.Module):
    def __init__(self, num_patches=4, dim=8):
        super().__init__()
        self.patches = nn.Conv2d(3, dim, 4, 4)
        self.cls_token = nn.Parameter(torch.zeros(1, 1, dim))
        self.pos_embed = nn.Parameter(torch.randn(1, num_patches + 1, dim))
    def forward(self, x):
        x = self.patches(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.cls_token.expand(len(x), -1, -1), x], dim=1)
        return x + self.pos_embed
out = ViT()(torch.randn(2, 3, 8, 8))
