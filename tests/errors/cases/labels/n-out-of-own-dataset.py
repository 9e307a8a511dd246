# rule: labels.outputs_unknown
# source: constructed
# says: n_out=3
# says: vocab
# %% before
from fastai.vision.all import *
from torch.utils.data import TensorDataset
x, y = torch.rand(12, 3, 32, 32), torch.arange(12) % 3
dls = DataLoaders.from_dsets(TensorDataset(x, y), TensorDataset(x, y), bs=4, num_workers=0)
# %% fails
learn = vision_learner(dls, resnet18, pretrained=False, loss_func=CrossEntropyLossFlat())
# %% mended
learn = vision_learner(dls, resnet18, pretrained=False, loss_func=CrossEntropyLossFlat(), n_out=3)
