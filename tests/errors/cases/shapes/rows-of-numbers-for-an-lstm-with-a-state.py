# rule: lstm.recurrent_input
# source: https://github.com/rdemedrano/crann_traffic/issues/2
# says: dimension\s+of\s+the\s+features\s+is\s+missing
# says: x\.unsqueeze\(-1\)
# %% before
import torch
from torch import nn
class Enc(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(1, 16, batch_first=True)
        self.fc = nn.Linear(16, 1)
    def forward(self, x):
        h = torch.zeros(1, x.size(0), 16)
        out, hidden = self.lstm(x, (h, h))
        return self.fc(out[:, -1])
# %% fails
Enc()(torch.rand(8, 24))
# %% mended
Enc()(torch.rand(8, 24).unsqueeze(-1))
