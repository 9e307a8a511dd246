# rule: saving_sizes.other_number_of_classes
# source: https://stackoverflow.com/questions/53612835
# says: 1,000
# says: fc
# says: 37
# says: strict=False
# %% before
import torch
from torchvision.models import resnet18
torch.save(resnet18().state_dict(), 'resnet18.pth')
# %% fails
model = resnet18(num_classes=37)
model.load_state_dict(torch.load('resnet18.pth'))
# %% mended
model = resnet18(num_classes=37)
sd = torch.load('resnet18.pth')
keep = {k: v for k, v in sd.items() if k not in ('fc.weight', 'fc.bias')}
model.load_state_dict(keep, strict=False)
