# rule: pictures_to_pil.not_a_picture
# source: constructed
# says: self\.X\[i\]\.astype\(np\.uint8\)
# %% before
import numpy as np, torch
from torchvision import transforms
from torch.utils.data import Dataset, DataLoader
X=np.random.randint(0,255,(20,28,28,3))
class Digits(Dataset):
    def __init__(self,X): self.X=X; self.tf=transforms.Compose([transforms.ToPILImage(), transforms.RandomHorizontalFlip(), transforms.ToTensor()])
    def __len__(self): return len(self.X)
    def __getitem__(self,i): return self.tf(self.X[i])
ds=Digits(X)
# %% fails
ds[0]
