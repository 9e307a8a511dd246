# rule: pictures_saved.ending_unknown
# source: constructed
# says: format='PNG'
# %% before
import numpy as np
from pathlib import Path
from PIL import Image
Path('pond').mkdir()
Image.new('RGB', (20, 10)).save('pond/duck.jpg')
duck = Image.open('pond/duck.jpg')
# %% fails
import io
held = io.BytesIO()
duck.save(held)
# %% mended
import io
held = io.BytesIO()
duck.save(held, format='PNG')
