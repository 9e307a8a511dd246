# rule: inference_models.weights_not_downloaded
# source: constructed
# says: resnet18\(weights=None\)
# %% before
import torch, torch.hub
from torchvision.models import resnet18
from urllib.error import URLError
from unittest.mock import Mock
torch.hub.urlopen = Mock(side_effect=URLError('[Errno -3] Temporary failure in name resolution'))
# %% fails
model = resnet18(weights='IMAGENET1K_V1')
# %% mended
model = resnet18(weights=None)
