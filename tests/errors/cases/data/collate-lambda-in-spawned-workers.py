# rule: loaders.not_sent_to_workers
# source: https://discuss.pytorch.org/t/cant-pickle-local-object-dataloader-init-locals-lambda/31857
# says: collate_fn
# says: a lambda
# says: num_workers=0
# %% before
import sys

import torch

vars(sys.modules["__main__"]).setdefault("__spec__", None)  # as in a kernel
from torch.utils.data import DataLoader

pairs = [(torch.rand(2), float(n)) for n in range(6)]
# %% fails
dl = DataLoader(pairs, 3, collate_fn=lambda them: them, num_workers=1, multiprocessing_context="spawn")
first = next(iter(dl))
# %% mended
dl = DataLoader(pairs, 3, collate_fn=lambda them: them, num_workers=0)
first = next(iter(dl))
