# rule: functions_as_models.function_as_a_network
# source: constructed
# says: model = make_model\(\)
# says: model\.to\('cpu'\)
# %% before
import torch
from torch import nn
def make_model(width=8):
    model = nn.Sequential(nn.Linear(4, width), nn.Linear(width, 2))
    return model
# %% fails
make_model.to('cpu')
# %% mended
model = make_model()
model.to('cpu')
