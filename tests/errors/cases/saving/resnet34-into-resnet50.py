# rule: saving_sizes.other_resnet
# source: https://github.com/Spijkervet/BYOL/issues/5
# says: of a resnet18
# says: is a resnet34
# %% before
import torch
from torchvision.models import resnet18, resnet34
torch.save(resnet18().state_dict(), 'weights.pth')
# %% fails
net = resnet34()
net.load_state_dict(torch.load('weights.pth'))
# %% mended
net = resnet18()
net.load_state_dict(torch.load('weights.pth'))
