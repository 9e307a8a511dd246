# rule: paths.no_class_folders
# source: https://stackoverflow.com/questions/69199273
# says: one\s+folder\s+per\s+class
# %% before
from torchvision.datasets import ImageFolder
from PIL import Image
from pathlib import Path
Path('pics').mkdir()
for i in range(3): Image.new('RGB', (8, 8)).save(f'pics/{i}.png')
# %% fails
ds = ImageFolder('pics')
# %% mended
for name in ['cat', 'dog']: Path('pics', name).mkdir()
Path('pics/0.png').rename('pics/cat/0.png'), Path('pics/1.png').rename('pics/dog/1.png')
ds = ImageFolder('pics')
