# rule: modules_inside.of_a_layer_inside
# source: https://discuss.pytorch.org/t/how-to-modify-the-final-fc-layer-based-on-the-torch-model/766
# says: Sequential of 2 layers
# says: wide = net\.head\[1\]\.in_features
# %% before
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.Flatten())
        self.head = nn.Sequential(nn.Dropout(0.3), nn.Linear(72, 10))
net = Net()
# %% fails
wide = net.head.in_features
net.head[1] = nn.Linear(wide, 3)
# %% mended
wide = net.head[1].in_features
net.head[1] = nn.Linear(wide, 3)
