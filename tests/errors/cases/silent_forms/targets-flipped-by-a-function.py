# notice: pairs_apart.targets_flipped_apart
# source: constructed
# %% before
import torch, torchvision
from torchvision import transforms as T
aug = T.Compose([T.RandomHorizontalFlip(), T.ToTensor()])
def made():
    return torchvision.datasets.FakeData(4, transform=aug, target_transform=aug)
# %% cell
pictures = made()
