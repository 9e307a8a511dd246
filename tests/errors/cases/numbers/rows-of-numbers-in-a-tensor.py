# rule: arrays_uneven.rows_made_here
# source: constructed
# says: ids = torch\.nn\.utils\.rnn\.pad_sequence\(\[torch\.tensor\(one\) for one in rows\], batch_first=True\)
# %% before
import torch
names = ['emma', 'olivia', 'ava']
# %% fails
ids = torch.tensor([[ord(c) for c in name] for name in names])
# %% mended
rows = [[ord(c) for c in name] for name in names]
ids = torch.nn.utils.rnn.pad_sequence([torch.tensor(one) for one in rows], batch_first=True)
