# rule: not wrapped_models.asked_of_the_wrapper
# source: constructed
# %% before
from torch import nn
model = nn.DataParallel(nn.Linear(4, 2))
# %% fails
part = model.backbone
