# rule: wrapped_models.asked_of_the_wrapper
# source: https://github.com/zylo117/Yet-Another-EfficientDet-Pytorch/issues/523
# says: model\.module\.encoder\.state_dict\(\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.Linear(4, 2)
    def forward(self, x): return self.encoder(x)
model = nn.DataParallel(Net())
# %% fails
torch.save(model.encoder.state_dict(), 'enc.pth')
# %% mended
torch.save(model.module.encoder.state_dict(), 'enc.pth')
