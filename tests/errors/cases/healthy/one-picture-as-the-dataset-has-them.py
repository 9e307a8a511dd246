# notice: none
# source: constructed
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
class Scaled(nn.Module):
    def __init__(self): super().__init__(); self.body = net
    def forward(self, x): return self.body(x / 255)
scaled = Scaled()
def ready(img): return torch.tensor(np.array(img)).permute(2, 0, 1).float() / 255
def which(file): return net(ready(Image.open(file))[None]).argmax().item()
# %% cell
x = torch.tensor(np.array(Image.open('1.png'))).permute(2, 0, 1).float()
print(which('0.png'), scaled(x[None]).argmax())
x /= 255
answer = net(x[None])
