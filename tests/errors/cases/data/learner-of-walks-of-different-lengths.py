# rule: data_transforms.different_sizes
# source: constructed
# says: items of a batch have different shapes
# says: create_batch=pad
# %% before
from fastai.vision.all import *
walks = [(torch.rand(n, 8, 4), n % 2) for n in [5, 9, 5, 7, 9, 5, 6, 8]]
# %% fails
dls = DataLoaders.from_dsets(walks, walks, bs=4, num_workers=0)
x, y = dls.one_batch()
# %% mended
def pad(batch):
    xs, ys = zip(*batch)
    return torch.nn.utils.rnn.pad_sequence(xs, batch_first=True), torch.utils.data.default_collate(ys)
dls = DataLoaders.from_dsets(walks, walks, bs=4, num_workers=0, create_batch=pad)
x, y = dls.one_batch()
