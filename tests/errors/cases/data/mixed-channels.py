# rule: data_transforms.different_sizes
# source: https://discuss.pytorch.org/t/runtimeerror-stack-expects-each-tensor-to-be-equal-size-but-got-3-224-224-at-entry-0-and-3-224-336-at-entry-3/87211
# says: grayscale
# says: convert\('RGB'\)
# %% before
import torch
from torch.utils.data import DataLoader, Dataset
from torchvision.transforms import ToTensor
from PIL import Image
for i in range(4): Image.new('L' if i == 2 else 'RGB', (8, 8)).save(f'{i}.png')
# %% fails
class Pics(Dataset):
    def __len__(self): return 4
    def __getitem__(self, i): return ToTensor()(Image.open(f'{i}.png'))

xb = next(iter(DataLoader(Pics(), batch_size=4)))
# %% mended
class Pics(Dataset):
    def __len__(self): return 4
    def __getitem__(self, i): return ToTensor()(Image.open(f'{i}.png').convert('RGB'))

xb = next(iter(DataLoader(Pics(), batch_size=4)))
