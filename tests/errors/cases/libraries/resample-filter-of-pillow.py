# rule: libraries_gone.name_gone
# source: https://stackoverflow.com/questions/76616042
# says: Image has no ANTIALIAS any more
# says: Pillow
# says: img\.thumbnail\(\(8, 8\), Image\.LANCZOS\)
# %% before
from PIL import Image
img = Image.new('RGB', (32, 32))
# %% fails
img.thumbnail((8, 8), Image.ANTIALIAS)
# %% mended
img.thumbnail((8, 8), Image.LANCZOS)
