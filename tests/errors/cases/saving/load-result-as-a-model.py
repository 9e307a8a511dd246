# rule: saving_models.result_of_load_state_dict
# source: https://discuss.pytorch.org/t/attributeerror-incompatiblekeys-object-has-no-attribute-eval-cnn/121060
# says: report
# says: net\.load_state_dict\(torch\.load\('w\.pth'\)\)
# %% before
import torch
from torch import nn
net = nn.Linear(2, 2)
torch.save(net.state_dict(), 'w.pth')
# %% fails
model = net.load_state_dict(torch.load('w.pth'))
model.eval()
# %% mended
net.load_state_dict(torch.load('w.pth'))
net.eval()
