# notice: scaled_apart.asked_with_bytes
# source: constructed
# says: In\s+which
# says: x\s+=\s+torch\.FloatTensor\(np\.array\(Image\.open\(file\)\)\)\.permute\(2,\s+0,\s+1\)\s+/\s+255
# %% before
import numpy as np, torch
from PIL import Image
from torch import nn
from torch.utils.data import Dataset, DataLoader
for n in range(6): Image.fromarray(np.random.randint(0, 255, (12, 12, 3), dtype=np.uint8)).save(f'{n}.png')
class Pics(Dataset):
    def __len__(self): return 6
    def __getitem__(self, i):
        pixels = np.array(Image.open(f'{i}.png'))
        return torch.from_numpy(pixels).permute(2, 0, 1).float() / 255., i % 2
train_dl = DataLoader(Pics(), batch_size=3)
net = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
opt = torch.optim.Adam(net.parameters())
for xb, yb in train_dl:
    loss = nn.functional.cross_entropy(net(xb), yb); opt.zero_grad(); loss.backward(); opt.step()
def which(file):
    x = torch.FloatTensor(np.array(Image.open(file))).permute(2, 0, 1)
    return net(x[None]).argmax().item()
# %% cell
print([which(f'{n}.png') for n in range(6)])
# %% mended
def which(file):
    x = torch.FloatTensor(np.array(Image.open(file))).permute(2, 0, 1) / 255
    return net(x[None]).argmax().item()
print([which(f'{n}.png') for n in range(6)])
