# rule: pictures_saved.floats_as_a_picture
# source: constructed
# says: mode 'F'
# says: 255
# %% before
import numpy as np
from pathlib import Path
from PIL import Image
Path('pond').mkdir()
Image.new('RGB', (20, 10)).save('pond/duck.jpg')
duck = Image.open('pond/duck.jpg')
# %% fails
heat = np.random.rand(6, 6)
Image.fromarray(heat).save('heat.png')
# %% mended
heat = np.random.rand(6, 6)
Image.fromarray((heat * 255).astype(np.uint8)).save('heat.png')
