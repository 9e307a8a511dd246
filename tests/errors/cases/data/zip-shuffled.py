# rule: streams.loader_of_a_stream
# source: constructed; the zip of fastbook's chapter 4 without its list
# says: train_pairs is a zip
# says: train_pairs = list\(train_pairs\)
# %% before
from fastai.vision.all import *
feats, targs = torch.randn(20, 3), torch.randint(0, 2, (20, 1))
train_pairs = zip(feats, targs)
# %% fails
loader = DataLoader(train_pairs, bs=4, shuffle=True)
# %% mended
train_pairs = list(train_pairs)
loader = DataLoader(train_pairs, bs=4, shuffle=True)
