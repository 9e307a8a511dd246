# rule: modules.super_missing
# source: constructed
# says: stands\s+below
# says: super\(\)\.__init__\(encoder\)
# %% before
from torch import nn
class AutoEncoder(nn.Module):
    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder
# %% fails
class Adversarial(AutoEncoder):
    def __init__(self, encoder, critic):
        self.critic = critic
        super().__init__(encoder)
net = Adversarial(nn.Linear(4, 2), nn.Linear(2, 1))
# %% mended
class Adversarial(AutoEncoder):
    def __init__(self, encoder, critic):
        super().__init__(encoder)
        self.critic = critic
net = Adversarial(nn.Linear(4, 2), nn.Linear(2, 1))
