# rule: shapes_unpacked.number_of_sizes
# source: constructed
# says: grey
# says: page = np\.array\(Image\.open\('page\.png'\)\.convert\('RGB'\)\)
# %% before
import numpy as np
from PIL import Image

Image.new("L", (16, 12)).save("page.png")
page = np.array(Image.open("page.png"))
# %% fails
rows, columns, channels = page.shape
# %% mended
page = np.array(Image.open("page.png").convert("RGB"))
rows, columns, channels = page.shape
