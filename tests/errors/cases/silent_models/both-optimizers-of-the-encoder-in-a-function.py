# notice: shared_parameters.one_network_for_both
# source: constructed
# says: SGD\(decoder\.parameters\(\), lr=0\.1\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
def fit(encoder, decoder, x):
    opt_enc = torch.optim.SGD(encoder.parameters(), lr=0.1)
    opt_dec = torch.optim.SGD(encoder.parameters(), lr=0.1)
    for xb in x.split(16):
        loss = ((decoder(encoder(xb)) - xb)**2).mean()
        opt_enc.zero_grad(); opt_dec.zero_grad()
        loss.backward()
        opt_enc.step(); opt_dec.step()
# %% cell
enc, dec = nn.Linear(4, 2), nn.Linear(2, 4)
fit(enc, dec, torch.randn(64, 4))
