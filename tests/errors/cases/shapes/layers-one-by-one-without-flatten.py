# rule: layers.linear_size
# source: https://github.com/udacity/deep-learning-v2-pytorch/issues/396
# says: leaves\s+out\s+the\s+model's\s+forward
# says: if\s+name\s+==\s+'classifier'
# %% before
import torch
from torch import nn
class VGG(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2))
        self.classifier = nn.Sequential(nn.Linear(64, 10), nn.ReLU(), nn.Linear(10, 2))
    def forward(self, x):
        return self.classifier(self.features(x).flatten(1))
vgg = VGG()
# %% fails
x = torch.rand(1, 3, 8, 8)
for name, layer in vgg._modules.items():
    x = layer(x)
# %% mended
x = torch.rand(1, 3, 8, 8)
for name, layer in vgg._modules.items():
    x = layer(x.flatten(1) if name == 'classifier' else x)
