# rule: pictures_saved.format_by_another_name
# source: constructed
# says: 'TIFF'
# %% before
import numpy as np
from pathlib import Path
from PIL import Image
Path('pond').mkdir()
Image.new('RGB', (20, 10)).save('pond/duck.jpg')
duck = Image.open('pond/duck.jpg')
# %% fails
duck.save('duck.tif', format='TIF')
# %% mended
duck.save('duck.tif', format='TIFF')
