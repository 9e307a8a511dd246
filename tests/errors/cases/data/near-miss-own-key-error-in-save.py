# rule: not pictures_saved.format_by_another_name
# source: constructed
# %% before
import numpy as np
from pathlib import Path
from PIL import Image
Path('pond').mkdir()
Image.new('RGB', (20, 10)).save('pond/duck.jpg')
duck = Image.open('pond/duck.jpg')
# %% fails
class Shot:
    def save(self, name, kind): raise KeyError(kind)
Shot().save('a', 'JPG')
