# rule: libraries_methods_gone.method_gone
# source: constructed
# says: font\.getbbox\('bear'\)\[2:\]
# %% before
from PIL import Image, ImageDraw, ImageFont
font = ImageFont.load_default()
# %% fails
w, h = font.getsize('bear')
# %% mended
w, h = font.getbbox('bear')[2:]
