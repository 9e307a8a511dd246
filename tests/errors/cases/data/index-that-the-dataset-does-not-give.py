# rule: loops_unpacked.parts_within_parts
# source: https://github.com/ningkp/LfOSA/issues/2
# says: for\s+step,\s+\(img,\s+label\)\s+in\s+enumerate\(dl\):
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset
dl = DataLoader(TensorDataset(torch.rand(12, 3), torch.zeros(12)), batch_size=6)
# %% fails
for step, (idx, (img, label)) in enumerate(dl):
    pass
# %% mended
for step, (img, label) in enumerate(dl):
    pass
