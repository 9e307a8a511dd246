# rule: torch_gone.argument_gone
# source: constructed
# says: it\s+is\s+value_range
# %% before
import torch
from torchvision import utils
fakes = torch.rand(4, 3, 8, 8) * 2 - 1
# %% fails
utils.save_image(fakes, 'fakes.png', nrow=2, normalize=True, range=(-1, 1))
# %% mended
utils.save_image(fakes, 'fakes.png', nrow=2, normalize=True, value_range=(-1, 1))
