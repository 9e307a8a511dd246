# rule: architectures_called.architecture_given_data
# source: constructed
# says: makes\s+a\s+network
# says: model = resnet18\(\)
# says: preds = model\(xb\)
# %% before
from fastai.vision.all import *

xb = torch.randn(2, 3, 64, 64)
# %% fails
preds = resnet18(xb)
# %% mended
model = resnet18()
preds = model(xb)
