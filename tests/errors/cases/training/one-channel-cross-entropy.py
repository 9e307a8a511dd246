# notice: training.one_output_cross_entropy
# source: https://forums.fast.ai (segmentation with one output channel)
# says: one output
# says: always 0
# %% before
from fastai.basics import *
x = torch.rand(12, 3, 8, 8); y = torch.zeros(12, 8, 8, dtype=torch.long)
dls = DataLoaders.from_dsets(list(zip(x, y)), list(zip(x[:4] + 1, y[:4])), bs=4, num_workers=0)
# %% cell
unet = nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.ReLU(), nn.Conv2d(4, 1, 1))
learn = Learner(dls, unet, loss_func=nn.CrossEntropyLoss())
# %% mended
unet = nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.ReLU(), nn.Conv2d(4, 2, 1))
learn = Learner(dls, unet, loss_func=nn.CrossEntropyLoss())
