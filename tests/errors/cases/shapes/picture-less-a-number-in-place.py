# rule: pictures.arithmetic_on_picture
# source: constructed
# says: duck = np.array\(duck\) - 3
# %% before
import numpy as np
from pathlib import Path
from PIL import Image
Path('pond').mkdir()
Image.new('RGB', (20, 10)).save('pond/duck.jpg')
duck = Image.open('pond/duck.jpg')
# %% fails
duck -= 3
# %% mended
duck = np.array(duck) - 3
