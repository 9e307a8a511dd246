# rule: pictures_saved.ending_unknown
# source: constructed
# says: is a folder
# %% before
import numpy as np
from pathlib import Path
from PIL import Image
Path('pond').mkdir()
Image.new('RGB', (20, 10)).save('pond/duck.jpg')
duck = Image.open('pond/duck.jpg')
# %% fails
folder = Path('pond')
duck.save(folder)
# %% mended
folder = Path('pond')
duck.save(folder/'duck.jpg')
