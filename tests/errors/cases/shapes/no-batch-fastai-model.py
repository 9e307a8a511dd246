# rule: layers.no_batch_dimension
# source: https://discuss.pytorch.org/t/runtimeerror-expected-4-dimensional-input-for-4-dimensional-weight-6-3-5-5-but-got-3-dimensional-input-of-size-3-256-256-instead/37189
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
