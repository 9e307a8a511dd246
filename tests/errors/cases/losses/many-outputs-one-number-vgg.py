# rule: losses.outputs_do_not_match
# source: constructed
# says: 1,000 numbers
# says: net\.classifier\[6\] = nn\.Linear\(4096, 1\)\s+learn\.create_opt\(\)
# %% before
from fastai.vision.all import *
import torchvision
x, y = torch.rand(16, 3, 32, 32), torch.rand(16)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
dls = DataLoaders.from_dsets(ds[:4], ds[:2], bs=2, num_workers=0)
# %% fails
net = torchvision.models.vgg11(init_weights=False)
learn = Learner(dls, net, loss_func=MSELossFlat())
learn.fit(1)
# %% mended
net = torchvision.models.vgg11(init_weights=False)
net.classifier[6] = nn.Linear(4096, 1)
learn = Learner(dls, net, loss_func=MSELossFlat())
learn.create_opt()
learn.fit(1)
