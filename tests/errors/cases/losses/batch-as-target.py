# rule: batches_whole.batch_given_to_loss
# source: constructed
# says: both is a whole batch of feeder
# says: targets
# says: err = criterion\(guess, both\[1\]\)
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
feeder = DataLoader(TensorDataset(torch.rand(30, 3), torch.randint(0, 4, (30,))), batch_size=6)
tiny, criterion = nn.Linear(3, 4), nn.CrossEntropyLoss()
# %% fails
for both in feeder:
    guess = tiny(both[0])
    err = criterion(guess, both)
# %% mended
for both in feeder:
    guess = tiny(both[0])
    err = criterion(guess, both[1])
