# rule: files_of_weights.no_such_weights
# source: constructed
# says: web address
# says: load_state_dict_from_url\('https://download\.pytorch\.org
# %% before
import torch
# %% fails
sd = torch.load('https://download.pytorch.org/models/resnet18-f37072fd.pth')
