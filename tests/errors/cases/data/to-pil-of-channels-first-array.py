# rule: pictures_to_pil.not_a_picture
# source: constructed
# says: transpose\(1, 2, 0\)
# %% before
import numpy as np
from torchvision import transforms
a=np.zeros((3,32,32),dtype=np.uint8)
# %% fails
transforms.ToPILImage()(a)
# %% mended
transforms.ToPILImage()(a.transpose(1, 2, 0))
