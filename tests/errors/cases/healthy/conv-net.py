# notice: none
# source: fastbook, chapter 13
# %% before
from fastai.vision.all import *
x = torch.rand(32, 1, 28, 28); y = torch.randint(0, 2, (32,))
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:24], ds[24:], bs=8, num_workers=0)
# %% cell
def conv(ni, nf, ks=3, act=True):
    res = nn.Conv2d(ni, nf, stride=2, kernel_size=ks, padding=ks//2)
    if act: res = nn.Sequential(res, nn.ReLU(), nn.BatchNorm2d(nf))
    return res
simple_cnn = sequential(conv(1, 4), conv(4, 8), conv(8, 16), conv(16, 32), conv(32, 2, act=False), Flatten())
xb, yb = dls.one_batch()
simple_cnn(xb).shape
learn = Learner(dls, simple_cnn, loss_func=F.cross_entropy, metrics=accuracy, cbs=ActivationStats(with_hist=True))
learn.fit_one_cycle(1, 0.01)
learn.summary()
