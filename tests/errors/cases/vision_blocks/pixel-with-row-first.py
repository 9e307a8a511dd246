# rule: pictures_pixels.pixel_outside
# source: constructed
# says: im.getpixel\(\(x, y\)\)
# %% before
from PIL import Image
im = Image.new('RGB', (8, 4))
x, y = 6, 2
# %% fails
im.getpixel((y, x))
# %% mended
im.getpixel((x, y))
