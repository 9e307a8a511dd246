# rule: paths.no_class_folders
# source: constructed
# says: ipynb_checkpoints
# says: rmtree
# %% before
from torchvision.datasets import ImageFolder
from PIL import Image
from pathlib import Path
Path('pics/cat').mkdir(parents=True); Path('pics/.ipynb_checkpoints').mkdir()
for i in range(3): Image.new('RGB', (8, 8)).save(f'pics/cat/{i}.png')
# %% fails
ds = ImageFolder('pics')
# %% mended
import shutil; shutil.rmtree('pics/.ipynb_checkpoints')
ds = ImageFolder('pics')
