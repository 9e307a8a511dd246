# rule: layers.linear_size
# source: https://forums.fast.ai/t/custom-head-in-cnn-learner/51318
# says: AdaptiveConcatPool2d
# says: nn\.Linear\(16, 2\)
# %% before
from fastai.vision.all import *

pics = torch.rand(3, 3, 24, 24)
# %% fails
net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), AdaptiveConcatPool2d(), nn.Flatten(), nn.Linear(8, 2))
net(pics)
# %% mended
net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), AdaptiveConcatPool2d(), nn.Flatten(), nn.Linear(16, 2))
net(pics)
