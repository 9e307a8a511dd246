# rule: python_calls.unknown_keyword
# source: constructed
# says: It takes angle
# says: img\.rotate\(angle=30\)
# %% before
from PIL import Image
img = Image.new('RGB', (8, 8))
# %% fails
img.rotate(degrees=30)
# %% mended
img.rotate(angle=30)
