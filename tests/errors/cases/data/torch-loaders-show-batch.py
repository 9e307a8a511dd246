# rule: loaders.not_fastais_loader
# source: constructed
# says: dls holds PyTorch's DataLoader
# says: show_images\(next\(iter\(dls\.train\)\)\[0\]\[:6\]\)
# %% before
from fastai.vision.all import *
import torch.utils.data as data
def loader(n): return data.DataLoader(data.TensorDataset(torch.rand(n, 3, 20, 20), torch.zeros(n)), batch_size=6)
dls = DataLoaders(loader(24), loader(12))
# %% fails
dls.show_batch(max_n=6)
# %% mended
show_images(next(iter(dls.train))[0][:6])
