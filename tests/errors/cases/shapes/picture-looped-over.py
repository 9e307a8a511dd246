# rule: pictures_as_numbers.used_as_an_array
# source: constructed
# says: for line in np.array\(duck\)
# %% before
import numpy as np
from pathlib import Path
from PIL import Image
Path('pond').mkdir()
Image.new('RGB', (20, 10)).save('pond/duck.jpg')
duck = Image.open('pond/duck.jpg')
# %% fails
for line in duck:
    print(line)
# %% mended
for line in np.array(duck):
    pass
