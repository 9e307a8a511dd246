# rule: saving_sizes.other_network
# source: https://stackoverflow.com/q/63057468
# says: another network
# says: features\.0\.weight
# %% before
import torch
from torchvision.models import resnet18, squeezenet1_1
torch.save(squeezenet1_1().state_dict(), 'best.pth')
model = resnet18()
# %% fails
model.load_state_dict(torch.load('best.pth'))
# %% mended
model = squeezenet1_1()
model.load_state_dict(torch.load('best.pth'))
