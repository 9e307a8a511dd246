# rule: imports_covered.by_a_later_import
# source: constructed
# says: tkinter
# says: from PIL import Image
# %% before
from PIL import Image as Pic
Pic.new('RGB', (9, 9)).save('dot.png')
# %% fails
from fastai.vision.all import *
from tkinter import *
blank = Image.new('L', (4, 4))
# %% mended
from PIL import Image
blank = Image.new('L', (4, 4))
