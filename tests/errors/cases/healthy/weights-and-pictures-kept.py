# notice: none
# source: constructed
# %% before
import torch
import numpy as np
from torch import nn
from PIL import Image
from torchvision import transforms
photo = Image.new("RGB", (8, 8), (200, 100, 50))
net, other = nn.Linear(3, 2), nn.Linear(3, 2)
# %% cell
state = net.state_dict()
state.update(other.state_dict())
net.load_state_dict(state)
by_hand = torch.from_numpy(np.array(photo)).float() / 255
whole = transforms.PILToTensor()(photo) / 255
half = transforms.ToTensor()(photo) / 2
