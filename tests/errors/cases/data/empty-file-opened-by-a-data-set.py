# rule: files_broken.not_a_picture
# source: constructed
# says: it\s+is\s+empty
# says: Path\('photos/2\.png'\)\.unlink\(\)
# %% before
from pathlib import Path
from PIL import Image
from torch.utils.data import DataLoader, Dataset
from torchvision.transforms.functional import to_tensor
Path('photos').mkdir()
for i in range(4): Image.new('RGB', (8, 8)).save(f'photos/{i}.png')
Path('photos/2.png').write_bytes(b'')
class Photos(Dataset):
    def __init__(self): self.files = sorted(Path('photos').glob('*.png'))
    def __len__(self): return len(self.files)
    def __getitem__(self, i):
        with open(self.files[i], 'rb') as f:
            return to_tensor(Image.open(f).convert('RGB'))
# %% fails
for xb in DataLoader(Photos(), batch_size=2): pass
# %% mended
from pathlib import Path
Path('photos/2.png').unlink()
for xb in DataLoader(Photos(), batch_size=2): pass
