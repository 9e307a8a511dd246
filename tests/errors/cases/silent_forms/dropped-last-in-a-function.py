# notice: loaders.no_batches
# source: constructed
# %% before
import torch
data = torch.utils.data.TensorDataset(torch.randn(8, 3), torch.zeros(8))
def made(data): return torch.utils.data.DataLoader(data, batch_size=16, drop_last=True)
# %% cell
loader = made(data)
for xb, yb in loader:
    print(xb.shape)
