# rule: files_broken.not_a_picture
# source: https://github.com/falloutdurham/beginners-pytorch-deep-learning/issues/75
# says: it\s+is\s+a\s+web\s+page
# says: Path\('pets/dog/9\.jpg'\)\.unlink\(\)
# %% before
from pathlib import Path
import torch
from PIL import Image
from torchvision import datasets, transforms
for kind in ('cat', 'dog'):
    (Path('pets')/kind).mkdir(parents=True)
    for i in range(3): Image.new('RGB', (40, 40)).save(f'pets/{kind}/{i}.jpg')
Path('pets/dog/9.jpg').write_text('<!DOCTYPE html><html>not found</html>')
tfms = transforms.Compose([transforms.Resize((32, 32)), transforms.ToTensor()])
# %% fails
pets = datasets.ImageFolder('pets', transform=tfms)
for xb, yb in torch.utils.data.DataLoader(pets, batch_size=4): pass
# %% mended
from pathlib import Path
Path('pets/dog/9.jpg').unlink()
pets = datasets.ImageFolder('pets', transform=tfms)
for xb, yb in torch.utils.data.DataLoader(pets, batch_size=4): pass
