# rule: pictures_as_numbers.used_as_an_array
# source: constructed
# says: np.array\(duck\) > 90
# %% before
import numpy as np
from pathlib import Path
from PIL import Image
Path('pond').mkdir()
Image.new('RGB', (20, 10)).save('pond/duck.jpg')
duck = Image.open('pond/duck.jpg')
# %% fails
bright = duck > 90
# %% mended
bright = np.array(duck) > 90
