# rule: fastai1_transforms.transform_of_fastai1
# source: constructed
# says: rotate, rand_zoom, brightness and flip_lr
# says: Rotate\(max_deg=30, p=0.75\), Zoom\(max_zoom=1.3, p=0.5\), Brightness\(max_lighting=0.2, p=0.5\)
# %% before
from fastai.vision.all import *
# %% fails
def get_tfms():
    train_tfms = [rotate(degrees=(-30, 30), p=0.75), rand_zoom(scale=(1., 1.3)), brightness(change=(0.4, 0.6)), flip_lr()]
    return train_tfms, []
get_tfms()
# %% mended
batch_tfms = [Rotate(max_deg=30, p=0.75), Zoom(max_zoom=1.3, p=0.5), Brightness(max_lighting=0.2, p=0.5), Flip(p=0.5)]
