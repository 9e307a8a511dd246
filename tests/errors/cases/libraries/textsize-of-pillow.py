# rule: libraries_methods_gone.method_gone
# source: https://github.com/python-pillow/Pillow/issues/7523
# says: Pillow 10 removed this method
# says: textbbox\(\(0, 0\), text, font=font\)\[2:\]
# %% before
from PIL import Image, ImageDraw, ImageFont

font = ImageFont.load_default()
def centered(img, text):
    d = ImageDraw.Draw(img)
    w, h = d.textsize(text, font=font)
    return (img.width - w) // 2
# %% fails
centered(Image.new('RGB', (90, 30)), 'crow')
# %% mended
d = ImageDraw.Draw(Image.new('RGB', (90, 30)))
text = 'crow'
w, h = d.textbbox((0, 0), text, font=font)[2:]
