# rule: files_broken.truncated_picture
# source: constructed
# says: pets/dog/1\.jpg
# says: Path\('pets/dog/1\.jpg'\)\.unlink\(\)
# %% before
from pathlib import Path
import numpy as np, torch
from PIL import Image
from torchvision import datasets, transforms
for kind in ('cat', 'dog'):
    (Path('pets')/kind).mkdir(parents=True)
    for i in range(3): Image.fromarray(np.random.randint(0, 255, (64, 64, 3), dtype='uint8')).save(f'pets/{kind}/{i}.jpg')
half = Path('pets/dog/1.jpg').read_bytes()[:900]
Path('pets/dog/1.jpg').write_bytes(half)
# %% fails
pets = datasets.ImageFolder('pets', transform=transforms.ToTensor())
for xb, yb in torch.utils.data.DataLoader(pets, batch_size=2): pass
# %% mended
from pathlib import Path
Path('pets/dog/1.jpg').unlink()
pets = datasets.ImageFolder('pets', transform=transforms.ToTensor())
for xb, yb in torch.utils.data.DataLoader(pets, batch_size=2): pass
