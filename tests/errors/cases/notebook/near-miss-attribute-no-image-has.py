# rule: not imports_covered.by_a_later_import
# source: constructed
# %% before
from PIL import Image as Pic
Pic.new('RGB', (9, 9)).save('dot.png')
# %% fails
from IPython.display import Image
photo = Image.opem('dot.png')
