# notice: attributes.setting_without_effect
# source: constructed
# says: bs=8
# says: anew
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y))[:48], list(zip(x, y))[48:], bs=16, num_workers=0)
# %% cell
dls.bs = 8
