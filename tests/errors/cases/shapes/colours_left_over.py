# rule: shapes_unpacked.number_of_sizes
# source: constructed
# says: channels
# says: rows, columns = logo\.shape\[:2\]
# %% before
import numpy as np
from PIL import Image

Image.new("RGBA", (16, 12)).save("logo.png")
logo = np.array(Image.open("logo.png"))
# %% fails
rows, columns = logo.shape
# %% mended
rows, columns = logo.shape[:2]
