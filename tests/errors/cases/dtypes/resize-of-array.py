# rule: picture_transforms.transform_of_array
# source: https://stackoverflow.com/questions/57079219
# says: array
# says: ToPILImage
# %% before
import numpy as np
import torchvision.transforms as T
img = np.zeros((16, 16, 3), dtype=np.uint8)
# %% fails
T.Compose([T.Resize(8), T.ToTensor()])(img)
# %% mended
T.Compose([T.ToPILImage(), T.Resize(8), T.ToTensor()])(img)
