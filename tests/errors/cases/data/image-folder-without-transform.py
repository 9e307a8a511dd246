# rule: datasets.not_collatable
# source: https://discuss.pytorch.org/t/image-file-reading-typeerror-batch-must-contain-tensors-numbers-dicts-or-lists-found-class-pil-image-image/9909
# says: ToTensor
# says: transforms\.Compose
# %% before
from torch.utils.data import DataLoader
from torchvision.datasets import ImageFolder
from torchvision import transforms
from PIL import Image
from pathlib import Path
Path('pics/cat').mkdir(parents=True)
for i in range(4): Image.new('RGB', (8 + i, 8)).save(f'pics/cat/{i}.png')
# %% fails
ds = ImageFolder('pics')
xb, yb = next(iter(DataLoader(ds, batch_size=4)))
# %% mended
from torchvision import transforms
ds = ImageFolder('pics', transform=transforms.Compose([transforms.Resize((224, 224)), transforms.ToTensor()]))
xb, yb = next(iter(DataLoader(ds, batch_size=4)))
