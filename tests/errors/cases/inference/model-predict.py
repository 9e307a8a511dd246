# rule: borrowed_methods.asked_as_elsewhere
# source: constructed
# says: Keras
# says: preds = model\(x_test\)
# %% before
import torch
from torch import nn
model = nn.Sequential(nn.Linear(2, 2))
x_test = torch.rand(3, 2)
# %% fails
y = model.predict(x_test)
# %% mended
model.eval()
with torch.no_grad(): preds = model(x_test)
