# rule: inference_use.model_wants_a_tensor
# source: constructed
# says: picture
# says: ToTensor\(\)\(img\)\.unsqueeze\(0\)
# %% before
import torch
from torchvision.models import resnet18
from PIL import Image
model = resnet18(num_classes=3).eval()
img = Image.new('RGB', (64, 64))
# %% fails
out = model(img)
# %% mended
from torchvision import transforms
x = transforms.ToTensor()(img).unsqueeze(0)
model(x)
