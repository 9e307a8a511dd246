# rule: datasets.empty_dataset
# source: https://discuss.huggingface.co/t/autotrain-valueerror-num-samples-should-be-a-positive-integer-value-but-got-num-samples-0/66691
# says: empty
# says: imgs/train.*does not exist
# %% before
import torch, glob
from torch.utils.data import DataLoader, Dataset
class Pics(Dataset):
    def __init__(self, root): self.root, self.files = root, glob.glob(root + '/*.jpg')
    def __len__(self): return len(self.files)
    def __getitem__(self, i): return self.files[i]
# %% fails
ds = Pics('imgs/train')
dl = DataLoader(ds, batch_size=4, shuffle=True)
# %% mended
ds = Pics('imgs/train')
len(ds)
