# rule: imports_covered.by_a_later_import
# source: constructed
# says: IPython.display
# says: PIL
# says: later\s+import\s+wins
# %% before
from PIL import Image as Pic
Pic.new('RGB', (9, 9)).save('dot.png')
# %% fails
from PIL import Image
from IPython.display import Image, HTML
photo = Image.open('dot.png')
# %% mended
from PIL import Image
photo = Image.open('dot.png')
