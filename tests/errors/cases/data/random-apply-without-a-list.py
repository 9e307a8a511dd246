# rule: lists_of_transforms.made_without_a_list
# source: constructed
# says: square brackets|list of transforms
# says: RandomApply\(\[T\.ColorJitter\(\), T\.Grayscale\(\)\]\)
# %% before
import torch, torchvision.transforms as T
from PIL import Image
leaf = Image.new("RGB", (8, 8))
noisy = T.RandomApply(T.ColorJitter(), T.Grayscale())
# %% fails
noisy(leaf)
# %% mended
noisy = T.RandomApply([T.ColorJitter(), T.Grayscale()])
noisy(leaf)
