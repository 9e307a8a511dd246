# rule: architectures_called.architecture_given_data
# source: constructed
# says: resnet18\(images\[:1\] / 255\)
# says: model\(images\[:1\] / 255\)
# %% before
from fastai.vision.all import *

images = torch.randn(2, 3, 64, 64)
# %% fails
preds = resnet18(images[:1] / 255)
# %% mended
model = resnet18()
preds = model(images[:1] / 255)
