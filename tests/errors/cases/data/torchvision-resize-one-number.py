# rule: data_transforms.different_sizes
# source: https://discuss.pytorch.org/t/runtimeerror-stack-expects-each-tensor-to-be-equal-size-but-got-3-224-224-at-entry-0-and-3-224-336-at-entry-3/87211
# says: Resize\(\(16, 16\)\)
# %% before
from torch.utils.data import DataLoader
from torchvision.datasets import ImageFolder
from torchvision import transforms
from PIL import Image
from pathlib import Path
Path('pics/cat').mkdir(parents=True)
for i in range(4): Image.new('RGB', (24, 24 + 4 * i)).save(f'pics/cat/{i}.png')
# %% fails
ds = ImageFolder('pics', transform=transforms.Compose([transforms.Resize(16), transforms.ToTensor()]))
xb, yb = next(iter(DataLoader(ds, batch_size=4)))
# %% mended
ds = ImageFolder('pics', transform=transforms.Compose([transforms.Resize((16, 16)), transforms.ToTensor()]))
xb, yb = next(iter(DataLoader(ds, batch_size=4)))
