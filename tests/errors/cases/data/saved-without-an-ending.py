# rule: pictures_saved.ending_unknown
# source: constructed
# says: no ending
# says: 'grey.png'
# %% before
import numpy as np
from pathlib import Path
from PIL import Image
Path('pond').mkdir()
Image.new('RGB', (20, 10)).save('pond/duck.jpg')
duck = Image.open('pond/duck.jpg')
# %% fails
duck.convert('L').save('grey')
# %% mended
duck.convert('L').save('grey.png')
