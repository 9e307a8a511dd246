# rule: pictures.show_image_of_batch
# source: constructed
# says: batch of 4
# says: show_images\(xb\)
# %% before
from fastai.vision.all import *
xb = torch.rand(4, 3, 8, 8)
# %% fails
show_image(xb)
# %% mended
show_images(xb)
