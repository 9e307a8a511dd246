# rule: pictures_saved.format_by_another_name
# source: constructed
# says: 'JPEG'
# %% before
import numpy as np
from pathlib import Path
from PIL import Image
Path('pond').mkdir()
Image.new('RGB', (20, 10)).save('pond/duck.jpg')
duck = Image.open('pond/duck.jpg')
# %% fails
for f in list(Path('pond').glob('*.jpg')):
    Image.open(f).resize((5, 5)).save(f'small_{f.name}', 'jpg')
# %% mended
for f in list(Path('pond').glob('*.jpg')):
    Image.open(f).resize((5, 5)).save(f'small_{f.name}', 'JPEG')
