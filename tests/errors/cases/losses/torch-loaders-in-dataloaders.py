# rule: losses.outputs_do_not_match
# source: constructed
# says: 1,000 numbers
# says: learn\.model\.classifier\[1\] = nn\.Linear\(1280, 2\)
# %% before
from fastai.vision.all import *
import torchvision
x, y = torch.rand(16, 3, 32, 32), torch.rand(16, 2)
train = torch.utils.data.DataLoader(list(zip(x, y)), batch_size=8)
valid = torch.utils.data.DataLoader(list(zip(x, y)), batch_size=8)
# %% fails
learn = Learner(DataLoaders(train, valid), torchvision.models.mobilenet_v2(), loss_func=MSELossFlat(), cbs=[])
learn.fit(1)
# %% mended
learn = Learner(DataLoaders(train, valid), torchvision.models.mobilenet_v2(), loss_func=MSELossFlat(), cbs=[])
learn.model.classifier[1] = nn.Linear(1280, 2)
learn.create_opt()
learn.fit(1)
