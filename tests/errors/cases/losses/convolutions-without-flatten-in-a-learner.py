# rule: losses_unflattened.still_a_picture
# source: constructed
# says: \(8, 2, 1, 1\)
# says: simple_cnn.append\(nn.Flatten\(\)\)
# %% before
from fastai.vision.all import *
ds = [(torch.randn(1, 8, 8), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
simple_cnn = nn.Sequential(nn.Conv2d(1, 4, 3, stride=2), nn.ReLU(), nn.Conv2d(4, 2, 3, stride=2))
# %% fails
learn = Learner(dls, simple_cnn, loss_func=CrossEntropyLossFlat())
learn.fit(1)
# %% mended
simple_cnn.append(nn.Flatten())
learn = Learner(dls, simple_cnn, loss_func=CrossEntropyLossFlat())
learn.fit(1)
