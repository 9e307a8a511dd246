# rule: dtypes.layer_dtype
# source: https://stackoverflow.com/questions/74848349
# says: uint8
# says: 255
# says: model\(img\.float\(\) / 255\)
# %% before
import torch
from torchvision.models import resnet18
model = resnet18(num_classes=2).eval()
img = torch.randint(0, 255, (1, 3, 64, 64), dtype=torch.uint8)
# %% fails
model(img)
# %% mended
model(img.float() / 255)
