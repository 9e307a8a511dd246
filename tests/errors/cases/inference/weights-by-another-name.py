# rule: inference_models.weights_by_another_name
# source: constructed
# says: no weights 'imagenet'
# says: DEFAULT
# %% before
import torch
from torchvision.models import resnet18
# %% fails
model = resnet18(weights='imagenet')
