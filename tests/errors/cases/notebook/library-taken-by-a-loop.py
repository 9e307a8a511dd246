# rule: covered_libraries.asked_of_a_value
# source: constructed
# says: F is the string 'shape' here, not the module torch\.nn\.functional; it\s+has\s+no\s+\.mse_loss
# says: for F in names: in cell \[2\]\s+overwrote F\s+with\s+each\s+item
# says: for item in names:
# says: import torch\.nn\.functional as F
# says: loss = F\.mse_loss\(net\(inputs\), wanted\)
# %% before
import torch
import torch.nn.functional as F
net = torch.nn.Linear(4, 1)
inputs, wanted = torch.rand(6, 4), torch.rand(6, 1)
# %% before
names = ["size", "shape"]
for F in names:
    print(F)
# %% fails
loss = F.mse_loss(net(inputs), wanted)
# %% mended
import torch.nn.functional as F
loss = F.mse_loss(net(inputs), wanted)
