# rule: numbers_as_text.number_is_text
# source: constructed
# says: batch_size is the text '8'
# says: batch_size=int\(settings\['bs'\]\)
# %% before
import json, torch
from torch.utils.data import DataLoader, TensorDataset
settings = json.loads('{"bs": "8"}')
grains = TensorDataset(torch.rand(32, 2), torch.rand(32))
# %% fails
feed = DataLoader(grains, shuffle=True, batch_size=settings['bs'])
# %% mended
feed = DataLoader(grains, shuffle=True, batch_size=int(settings['bs']))
