# rule: pictures_pixels.mask_without_transparency
# source: constructed
# says: a.paste\(b, \(0, 0\), b.convert\('RGBA'\)\)
# %% before
from PIL import Image
a, b = Image.new('RGB', (4, 4)), Image.new('RGB', (2, 2))
# %% fails
a.paste(b, (0, 0), b)
# %% mended
a.paste(b, (0, 0), b.convert('RGBA'))
