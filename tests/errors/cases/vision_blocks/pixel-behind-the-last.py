# rule: pictures_pixels.pixel_outside
# source: constructed
# says: there is no\s+pixel \(4, 0\)
# %% before
from PIL import Image
im = Image.new('RGB', (4, 4))
# %% fails
for x in range(5):
    im.putpixel((x, 0), (255, 0, 0))
# %% mended
for x in range(im.width):
    im.putpixel((x, 0), (255, 0, 0))
