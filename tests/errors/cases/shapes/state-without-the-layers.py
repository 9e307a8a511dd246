# rule: lstm.hidden_state
# source: constructed
# says: missing
# says: context\.unsqueeze\(0\)
# %% before
import torch
from torch import nn
class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.gru = nn.GRU(4, 6, batch_first=True)
    def forward(self, x, context):
        out, h = self.gru(x, context)
        return out
# %% fails
out = Decoder()(torch.rand(3, 5, 4), torch.rand(3, 6))
# %% mended
class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.gru = nn.GRU(4, 6, batch_first=True)
    def forward(self, x, context):
        out, h = self.gru(x, context.unsqueeze(0))
        return out
out = Decoder()(torch.rand(3, 5, 4), torch.rand(3, 6))
