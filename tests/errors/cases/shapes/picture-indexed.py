# rule: pictures_as_numbers.used_as_an_array
# source: constructed
# says: np.array\(duck\)
# says: crop\(\(2, 0, 9, 5\)\)
# %% before
import numpy as np
from pathlib import Path
from PIL import Image
Path('pond').mkdir()
Image.new('RGB', (20, 10)).save('pond/duck.jpg')
duck = Image.open('pond/duck.jpg')
# %% fails
beak = duck[0:5, 2:9]
# %% mended
beak = np.array(duck)[0:5, 2:9]
