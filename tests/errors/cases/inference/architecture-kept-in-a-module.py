# rule: architectures_called.architecture_given_data
# source: constructed
# says: self\.body = resnet34\(\)\s+\# in __init__
# %% before
from fastai.vision.all import *


class BearNet(Module):
    def __init__(self):
        self.body = resnet34
        self.head = nn.Linear(1000, 3)

    def forward(self, images):
        return self.head(self.body(images))


net = BearNet()
images = torch.randn(2, 3, 64, 64)
# %% fails
net(images)
# %% mended
net.body = resnet34()
net(images)
