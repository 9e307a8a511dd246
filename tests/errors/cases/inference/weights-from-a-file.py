# rule: inference_models.weights_by_another_name
# source: constructed
# says: file's name
# says: model\.load_state_dict\(torch\.load\('r18\.pth'\)\)
# %% before
import torch
from torchvision.models import resnet18
torch.save(resnet18().state_dict(), 'r18.pth')
# %% fails
model = resnet18(weights='r18.pth')
# %% mended
model = resnet18()
model.load_state_dict(torch.load('r18.pth'))
