# rule: commas_left_over.comma_at_the_end
# source: https://discuss.pytorch.org/t/typeerror-tuple-object-is-not-callable/55075
# says: self\.linear = nn\.Linear\(6, 2\)
# says: comma
# %% before
import torch
from torch import nn

rows = torch.rand(5, 6)
# %% fails
class Plain(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(6, 2),
        self.drop = nn.Dropout(0.1)

    def forward(self, rows):
        return self.drop(self.linear(rows))


Plain()(rows)
# %% mended
class Plain(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(6, 2)
        self.drop = nn.Dropout(0.1)

    def forward(self, rows):
        return self.drop(self.linear(rows))


Plain()(rows)
