# rule: lists_of_transforms.given_one_by_one
# source: constructed
# says: one list
# says: \[T.Resize\(8\), T.ToTensor\(\)\]
# %% before
import torchvision.transforms as T
from torch import nn
from PIL import Image
duck = Image.new('RGB', (20, 10))
# %% fails
to_net = T.Compose(T.Resize(8), T.ToTensor())
# %% mended
to_net = T.Compose([T.Resize(8), T.ToTensor()])
