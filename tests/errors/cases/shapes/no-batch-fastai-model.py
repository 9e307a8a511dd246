# rule: layers.no_batch_dimension
# source: https://forums.fast.ai/t/learn-model-single-image
# says: batch
# says: unsqueeze\(0\)
# %% before
from fastai.vision.all import *
model = create_vision_model(resnet18, 2, pretrained=False).eval()
x = torch.rand(3, 64, 64)
# %% fails
with torch.no_grad(): model(x)
# %% mended
with torch.no_grad(): model(x.unsqueeze(0))
