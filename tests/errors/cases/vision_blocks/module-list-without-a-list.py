# rule: lists_of_transforms.given_one_by_one
# source: constructed
# says: one list
# %% before
import torchvision.transforms as T
from torch import nn
from PIL import Image
duck = Image.new('RGB', (20, 10))
# %% fails
rows = nn.ModuleList(nn.Linear(2, 2), nn.ReLU())
# %% mended
rows = nn.ModuleList([nn.Linear(2, 2), nn.ReLU()])
