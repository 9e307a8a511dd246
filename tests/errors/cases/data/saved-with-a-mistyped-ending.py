# rule: pictures_saved.ending_unknown
# source: constructed
# says: '.jpgg'
# says: 'grey.jpg'
# %% before
import numpy as np
from pathlib import Path
from PIL import Image
Path('pond').mkdir()
Image.new('RGB', (20, 10)).save('pond/duck.jpg')
duck = Image.open('pond/duck.jpg')
# %% fails
duck.convert('L').save('grey.jpgg')
# %% mended
duck.convert('L').save('grey.jpg')
