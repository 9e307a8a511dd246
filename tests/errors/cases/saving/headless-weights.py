# rule: saving_sizes.other_head
# source: constructed
# says: fc
# says: strict=False
# %% before
import torch
from torchvision.models import resnet18
sd = resnet18().state_dict()
del sd['fc.weight'], sd['fc.bias']
torch.save(sd, 'dino.pth')
model = resnet18()
# %% fails
model.load_state_dict(torch.load('dino.pth'))
# %% mended
model.load_state_dict(torch.load('dino.pth'), strict=False)
