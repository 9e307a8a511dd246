# rule: pictures.arithmetic_on_picture
# source: https://stackoverflow.com/questions/54011487
# says: PIL
# says: np\.array\(img\) / 255
# %% before
import numpy as np
from PIL import Image
img = Image.new("RGB", (8, 8))
# %% fails
x = img / 255
# %% mended
x = np.array(img) / 255
