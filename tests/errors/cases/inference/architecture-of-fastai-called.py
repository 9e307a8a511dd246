# rule: architectures_called.architecture_given_data
# source: constructed
# says: xresnet18\(batch\)
# %% before
from fastai.vision.all import *

batch = torch.randn(2, 3, 64, 64)
# %% fails
out = xresnet18(batch)
# %% mended
model = xresnet18()
out = model(batch)
