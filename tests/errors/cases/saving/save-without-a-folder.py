# rule: saving_places.no_such_folder
# source: constructed
# says: checkpoints/run1
# says: mkdir\(parents=True
# %% before
import torch
from torch import nn
model = nn.Linear(2, 2)
# %% fails
for epoch in range(1):
    torch.save(model.state_dict(), f'checkpoints/run1/{epoch}.pth')
# %% mended
from pathlib import Path
Path('checkpoints/run1').mkdir(parents=True, exist_ok=True)
for epoch in range(1):
    torch.save(model.state_dict(), f'checkpoints/run1/{epoch}.pth')
