# rule: pictures_pixels.mask_without_transparency
# source: constructed
# says: mask=logo.convert\('RGBA'\)
# %% before
from PIL import Image
page, logo = Image.new('RGB', (4, 4)), Image.new('RGB', (2, 2))
# %% fails
page.paste(logo, (1, 1), mask=logo)
# %% mended
page.paste(logo, (1, 1), mask=logo.convert('RGBA'))
