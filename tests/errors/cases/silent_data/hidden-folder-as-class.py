# notice: data.hidden_folder_as_class
# source: constructed
# says: ipynb_checkpoints
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', '.ipynb_checkpoints']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
import torchvision
# %% cell
ds = torchvision.datasets.ImageFolder(path)
