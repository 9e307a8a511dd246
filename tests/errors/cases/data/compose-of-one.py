# rule: lists_of_transforms.made_without_a_list
# source: constructed
# says: square brackets
# %% before
import torchvision.transforms as T
from torch import nn
from PIL import Image
duck = Image.new('RGB', (20, 10))
to_net = T.Compose(T.ToTensor())
# %% fails
x = to_net(duck)
# %% mended
to_net = T.Compose([T.ToTensor()])
x = to_net(duck)
