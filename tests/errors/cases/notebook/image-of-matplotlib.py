# rule: imports_covered.by_a_later_import
# source: constructed
# says: matplotlib.image
# says: from PIL import Image
# %% before
from PIL import Image as Pic
Pic.new('RGB', (9, 9)).save('dot.png')
# %% fails
import matplotlib.image as Image
photo = Image.open('dot.png')
# %% mended
from PIL import Image
photo = Image.open('dot.png')
