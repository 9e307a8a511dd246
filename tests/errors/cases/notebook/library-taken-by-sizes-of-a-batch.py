# rule: covered_libraries.asked_of_a_value
# source: constructed
# says: T is the number 6 here, not the module torchvision\.transforms; it\s+has\s+no\s+\.ToTensor
# says: B, T, C = batch\.shape in cell \[1\]
# says: import torchvision\.transforms as T
# says: B, my_T, C = batch\.shape
# %% before
import torch
import torchvision.transforms as T
batch = torch.rand(2, 6, 3)
B, T, C = batch.shape
# %% fails
make = T.ToTensor()
# %% mended
import torchvision.transforms as T
B, my_T, C = batch.shape
make = T.ToTensor()
